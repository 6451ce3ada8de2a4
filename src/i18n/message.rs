//! The list of messages: one line each, so that a mistyped key does not compile.

macro_rules! messages {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $key:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(#[doc = concat!("`", $key, "`")] $variant,)*
        }

        impl $name {
            /// Every one, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The key in a catalogue file.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key,)*
                }
            }
        }
    };
}

messages! {
    /// A message that counts. Its catalogue keys end in a plural category: `…-one`, `…-other`.
    Plural {
        ProblemsCount = "problems-count",
        YearCount = "year-count",
        YearUndated = "year-undated",
        SearchFound = "search-found",
    }
}

messages! {
    /// A message. Its words are in `www/locales/`.
    Msg {
        // The page.
        AppTitle = "app-title",
        AppSubtitle = "app-subtitle",
        AppDescription = "app-description",
        NoScript = "no-script",
        Loading = "loading",
        LoadingMore = "loading-more",

        // The map.
        MapLabel = "map-label",
        MapRole = "map-role",
        MapHelp = "map-help",
        ZoomIn = "zoom-in",
        ZoomOut = "zoom-out",
        HomeView = "home-view",
        TurnLeft = "turn-left",
        TurnRight = "turn-right",
        EmbedHint = "embed-hint",
        EmbedHintTouch = "embed-hint-touch",
        ScaleLabel = "scale-label",
        ScaleText = "scale-text",
        DepthText = "depth-text",
        ArcticCircle = "arctic-circle",
        SeaIceMarch = "sea-ice-march",
        SeaIceSeptember = "sea-ice-september",

        // The views.
        ViewsTitle = "views-title",
        ViewGlobe = "view-globe",
        ViewPolar = "view-polar",
        ViewMercator = "view-mercator",
        ViewWorld = "view-world",
        MorphLabel = "morph-label",

        // The legend and the layers.
        LegendTitle = "legend-title",
        LayersTitle = "layers-title",
        LayersCables = "layers-cables",
        LayersContext = "layers-context",
        LayersGround = "layers-ground",
        LayerLand = "layer-land",
        LayerGraticule = "layer-graticule",
        LayerCircles = "layer-circles",
        LayerContours = "layer-contours",
        LayerTissot = "layer-tissot",
        LayerCables = "layer-cables",
        LayerExtensions = "layer-extensions",
        LayerSeabedWorld = "layer-seabed-world",
        LayerSeabed = "layer-seabed",
        LayerIceShelves = "layer-ice-shelves",
        LayerIceCap = "layer-ice-cap",
        LayerLakes = "layer-lakes",
        LayerArctic = "layer-arctic",
        LayerExisting = "layer-existing",
        LayerOverland = "layer-overland",
        LayerArcticLandings = "layer-arctic-landings",
        LayerExistingLandings = "layer-existing-landings",
        LayerOverlandLandings = "layer-overland-landings",
        LayerLandings = "layer-landings",
        LayerExtensionLandings = "layer-extension-landings",
        LayerBorders = "layer-borders",
        LayerBordersDisputed = "layer-borders-disputed",
        LayerSeaIceMarch = "layer-sea-ice-march",
        LayerSeaIceSeptember = "layer-sea-ice-september",
        LayerChokepoints = "layer-chokepoints",
        LayerPlaces = "layer-places",
        LayerSupercomputers = "layer-supercomputers",
        LayerCities = "layer-cities",
        LayerEvents = "layer-events",
        LayerCountries = "layer-countries",
        LayerLabels = "layer-labels",
        LayerSeas = "layer-seas",
        LayerDesk = "layer-desk",
        LayerSources = "layer-sources",
        LayerMeasurements = "layer-measurements",
        LayerMissing = "layer-missing",

        // Statuses of a cable.
        StatusInService = "status-in-service",
        StatusUnderConstruction = "status-under-construction",
        StatusPlanned = "status-planned",
        StatusProposed = "status-proposed",
        StatusSuspended = "status-suspended",
        StatusCancelled = "status-cancelled",
        StatusRetired = "status-retired",
        StatusTerrestrial = "status-terrestrial",
        StatusIllustrative = "status-illustrative",

        // Marks beside a value, and what they mean.
        MarkIndicative = "mark-indicative",
        MarkIndicativeNote = "mark-indicative-note",
        MarkSurveyed = "mark-surveyed",
        MarkDerived = "mark-derived",
        MarkUnsourced = "mark-unsourced",
        MarkConflict = "mark-conflict",

        // Details of a cable.
        DetailStatus = "detail-status",
        DetailCableLength = "detail-cable-length",
        DetailReadyForService = "detail-ready-for-service",
        DetailFibrePairs = "detail-fibre-pairs",
        DetailCapacity = "detail-capacity",
        DetailCost = "detail-cost",
        DetailRttModelled = "detail-rtt-modelled",
        DetailRttClaimed = "detail-rtt-claimed",
        DetailOwners = "detail-owners",
        DetailSupplier = "detail-supplier",
        DetailLandings = "detail-landings",
        DetailSources = "detail-sources",
        Ends = "ends",
        NoFirmDate = "no-firm-date",
        NotPublished = "not-published",
        PublishedBetween = "published-between",
        DrawnRoute = "drawn-route",
        Formula = "formula",
        FormulaNote = "formula-note",

        // Claims, sources and confidence.
        ClaimsTitle = "claims-title",
        ClaimsValue = "claims-value",
        ClaimsDate = "claims-date",
        ClaimsSource = "claims-source",
        Undated = "undated",
        Confidence = "confidence",
        ConfidenceA = "confidence-a",
        ConfidenceB = "confidence-b",
        ConfidenceC = "confidence-c",

        // Details of a point.
        KindLanding = "kind-landing",
        KindBranchingUnit = "kind-branching-unit",
        DetailPosition = "detail-position",
        DetailCablesHere = "detail-cables-here",
        PositionApproximate = "position-approximate",
        PositionTown = "position-town",
        PositionStation = "position-station",
        PositionPlaceholder = "position-placeholder",

        // Lists and the table.
        ListCables = "list-cables",
        ListLandings = "list-landings",
        ListMore = "list-more",
        TableCaption = "table-caption",
        TableCable = "table-cable",
        TableStatus = "table-status",
        TableRoute = "table-route",
        TableLength = "table-length",
        TableReady = "table-ready",
        TableRtt = "table-rtt",

        // Controls.
        Close = "close",
        Back = "back",
        Language = "language",
        LanguageMissing = "language-missing",
        Theme = "theme",
        ThemeAuto = "theme-auto",
        ThemeLight = "theme-light",
        ThemeDark = "theme-dark",

        // About.
        About = "about",
        AboutText = "about-text",
        AboutPrivacy = "about-privacy",
        AboutLicence = "about-licence",
        Version = "version",
        Attribution = "attribution",

        // Sheets: pictures and prints.
        SheetScale = "sheet-scale",
        SheetTrueAt = "sheet-true-at",
        SheetNotes = "sheet-notes",
        SheetNoteProposed = "sheet-note-proposed",
        SheetNoteIndicative = "sheet-note-indicative",
        SheetNoteModelled = "sheet-note-modelled",
        SheetLandingUnknown = "sheet-landing-unknown",
        SheetCite = "sheet-cite",
        SheetDated = "sheet-dated",
        CitationText = "citation-text",
        ProjectionGlobe = "projection-globe",
        ProjectionPolar = "projection-polar",
        ProjectionMercator = "projection-mercator",
        ProjectionWorld = "projection-world",
        ProjectionBetween = "projection-between",

        // Save or print.
        SaveTitle = "save-title",
        SavePage = "save-page",
        SavePageAround = "save-page-around",
        SavePageNone = "save-page-none",
        SavePageA4Landscape = "save-page-a4-landscape",
        SavePageA4Portrait = "save-page-a4-portrait",
        SavePageA3Landscape = "save-page-a3-landscape",
        SavePageA3Portrait = "save-page-a3-portrait",
        SavePageSlide = "save-page-slide",
        SaveColours = "save-colours",
        SaveColoursScreen = "save-colours-screen",
        SaveFile = "save-file",
        SaveFileSvg = "save-file-svg",
        SaveFilePng = "save-file-png",
        SaveWidth = "save-width",
        SaveWithTitle = "save-with-title",
        SaveWithLegend = "save-with-legend",
        SaveDownload = "save-download",
        SavePrint = "save-print",
        SavePreview = "save-preview",
        SaveWorking = "save-working",
        SaveFailed = "save-failed",
        SaveCopy = "save-copy",
        SaveCopied = "save-copied",
        SaveBlocked = "save-blocked",
        SaveLink = "save-link",
        SaveCiteText = "save-cite-text",
        SaveCiteBibtex = "save-cite-bibtex",
        SaveData = "save-data",
        SaveDataNote = "save-data-note",
        SaveGeojson = "save-geojson",
        SaveCsv = "save-csv",

        // Keyboard and pointer.
        KeysTitle = "keys-title",
        KeysArrows = "keys-arrows",
        KeysZoom = "keys-zoom",
        KeysTurn = "keys-turn",
        KeysHome = "keys-home",
        KeysEscape = "keys-escape",
        KeysSave = "keys-save",
        KeysHelp = "keys-help",
        KeysDrag = "keys-drag",
        KeysDoubleClick = "keys-double-click",
        KeysTouch = "keys-touch",

        // Finding: search, filters, the table, the list of keys.
        SearchLabel = "search-label",
        SearchPrompt = "search-prompt",
        SearchNothing = "search-nothing",
        FindCountries = "find-countries",
        SystemsShown = "systems-shown",
        FiltersTitle = "filters-title",
        FilterBefore = "filter-before",
        FilterSince = "filter-since",
        FilterBelow = "filter-below",
        FilterFrom = "filter-from",
        FilterAtEndOf = "filter-at-end-of",
        FilterShowAll = "filter-show-all",
        FilterClear = "filter-clear",
        FilterNothing = "filter-nothing",
        FilterUndo = "filter-undo",
        TableOpen = "table-open",
        TableTitle = "table-title",
        TableOwners = "table-owners",
        TableLandings = "table-landings",
        DownloadCsv = "download-csv",
        DownloadGeojson = "download-geojson",
        HelpOpen = "help-open",
        HelpNote = "help-note",
        HelpHint = "help-hint",
        HelpHintTouch = "help-hint-touch",
        KeysSearch = "keys-search",

        // Announcements to a screen reader.
        AnnounceSelected = "announce-selected",
        AnnounceCleared = "announce-cleared",

        // Units, dates and positions.
        UnitKm = "unit-km",
        UnitMs = "unit-ms",
        UnitTbps = "unit-tbps",
        UnitPercent = "unit-percent",
        DateQuarter = "date-quarter",
        Coordinates = "coordinates",
        DegreesNorth = "degrees-north",
        DegreesSouth = "degrees-south",
        DegreesEast = "degrees-east",
        DegreesWest = "degrees-west",

        // Kinds of things, and what they are to each other.
        KindSegment = "kind-segment", KindCountry = "kind-country", RoleTrunk = "role-trunk", RoleSpur = "role-spur",
        DetailCable = "detail-cable", DetailEnds = "detail-ends", DetailOnward = "detail-onward",
        DetailOnwardCables = "detail-onward-cables", DetailNearest = "detail-nearest",
        DetailSegments = "detail-segments", DetailChokepoints = "detail-chokepoints",
        DetailCountries = "detail-countries", DetailCountry = "detail-country", DetailPlaces = "detail-places",
        DetailEvents = "detail-events", DetailFailed = "detail-failed", DetailCablesThrough = "detail-cables-through",
        WholeCable = "whole-cable", DistanceAway = "distance-away", ListNext = "list-next",

        // Facts of segments, chokepoints, places and events.
        DetailDrawnLength = "detail-drawn-length", DetailCourse = "detail-course", DetailWidth = "detail-width",
        DetailSill = "detail-sill", DetailCablesPublished = "detail-cables-published",
        DetailCablesDrawn = "detail-cables-drawn", DetailTraffic = "detail-traffic", DetailHazards = "detail-hazards",
        DetailOperator = "detail-operator", DetailLinpack = "detail-linpack", DetailPeak = "detail-peak",
        DetailTrips = "detail-trips", DetailDate = "detail-date", DetailCertainty = "detail-certainty",
        Counted = "counted", PositionSite = "position-site", Period = "period", TripMeasured = "trip-measured",
        TripOffered = "trip-offered", TripExpected = "trip-expected", TripSaid = "trip-said", UnitM = "unit-m",
        UnitPflops = "unit-pflops",

        // Kinds of chokepoints, places and events.
        ChokepointStrait = "chokepoint-strait", ChokepointLandBridge = "chokepoint-land-bridge",
        ChokepointCorridor = "chokepoint-corridor", ChokepointHub = "chokepoint-hub",
        PlaceSupercomputer = "place-supercomputer", PlaceCapital = "place-capital", PlaceCity = "place-city",
        PlaceExchange = "place-exchange", EventAgreement = "event-agreement", EventSummit = "event-summit",
        EventArrangement = "event-arrangement", EventProject = "event-project", EventFunding = "event-funding",
        EventService = "event-service", EventIncident = "event-incident", HazardSeaIce = "hazard-sea-ice",
        HazardIceScour = "hazard-ice-scour", HazardAnchors = "hazard-anchors", HazardFishing = "hazard-fishing",
        HazardConflict = "hazard-conflict", HazardEarthquakes = "hazard-earthquakes",
        HazardVolcanoes = "hazard-volcanoes", HazardCurrents = "hazard-currents", HazardShallows = "hazard-shallows",
        HazardPermits = "hazard-permits", HazardCrowding = "hazard-crowding",

        // The route in words.
        DescribeTitle = "describe-title", NameIn = "name-in", DescribeRuns = "describe-runs",
        DescribeOverNorth = "describe-over-north", DescribeOverSouth = "describe-over-south",
        DescribeSeas = "describe-seas", DescribeCountries = "describe-countries",
        DescribeChokepoints = "describe-chokepoints", DescribeLengths = "describe-lengths",
        DescribeSegmentLengths = "describe-segment-lengths", DescribeDrawn = "describe-drawn",
        DescribeDeepest = "describe-deepest", DirectionN = "direction-n", DirectionNe = "direction-ne",
        DirectionE = "direction-e", DirectionSe = "direction-se", DirectionS = "direction-s",
        DirectionSw = "direction-sw", DirectionW = "direction-w", DirectionNw = "direction-nw",

        // The depth profile.
        ProfileTitle = "profile-title", ProfileDistance = "profile-distance", ProfileDepth = "profile-depth",
        ProfilePoint = "profile-point", ProfileUnknown = "profile-unknown", ProfileSlider = "profile-slider",
        ProfileMarch = "profile-march", ProfileSeptember = "profile-september",
        ProfileChokepoints = "profile-chokepoints", ProfileTable = "profile-table", ProfileMarks = "profile-marks",
        ProfileNote = "profile-note", ProfileWaiting = "profile-waiting",

        // The timeline.
        TimelineTitle = "timeline-title", TimelineEvents = "timeline-events", YearLabel = "year-label",
        YearAll = "year-all", YearPlay = "year-play", YearPause = "year-pause", YearNew = "year-new",

        // Where a problem is.
        LevelError = "level-error",
        LevelWarning = "level-warning",
        PlaceFeature = "place-feature",
        PlaceProperty = "place-property",

        // Problems that this room and `app` report.
        ProblemUrlValue = "problem-url-value",
        ProblemUrlRange = "problem-url-range",
        ProblemUrlView = "problem-url-view",
        ProblemUrlMissing = "problem-url-missing",
        ProblemCatalogueJson = "problem-catalogue-json",
        ProblemCatalogueText = "problem-catalogue-text",
        ProblemCatalogueUnknown = "problem-catalogue-unknown",
        ProblemCatalogueMissing = "problem-catalogue-missing",
        ProblemCataloguePlaceholders = "problem-catalogue-placeholders",
    }
}
