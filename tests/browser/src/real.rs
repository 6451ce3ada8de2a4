//! Servers that people really use, started on the built site with what `docs/hosting.md` says.

use crate::places;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The folder of the address that the recipes name.
pub const FOLDER: &str = "/maps/arctic/";
/// Where the recipes have the site on the disk.
const PLACE: &str = "/srv/arctic-cable-map";

/// Modules that the recipe for Apache needs, and those without which it does not start.
const MODULES: [&str; 7] = ["mpm_event", "authz_core", "alias", "dir", "mime", "headers", "rewrite"];

/// A server at work until it is dropped.
pub struct Real {
    child: Child,
    folder: PathBuf,
    /// Its scheme, host and port.
    pub origin: String,
}

impl Real {
    /// nginx with the recipe as it is; nothing where it is not installed.
    #[must_use]
    pub fn nginx() -> Option<Self> {
        let recipe = recipe("nginx").replace("include mime.types;", "include /etc/nginx/mime.types;");
        let recipe = recipe.replace("    server_name example.org;\n", "");
        Self::nginx_with(|port| recipe.replace("listen 80;", &format!("listen 127.0.0.1:{port};")))
    }

    /// nginx as it is without any recipe, which does not know wasm.
    #[must_use]
    pub fn bare_nginx() -> Option<Self> {
        Self::nginx_with(|port| {
            format!(
                "types {{ text/html html; text/css css; text/javascript js; }}\ndefault_type application/octet-stream;\n\
                 server {{ listen 127.0.0.1:{port}; location {FOLDER} {{ alias {PLACE}/; }} }}\n"
            )
        })
    }

    fn nginx_with(block: impl Fn(u16) -> String) -> Option<Self> {
        let program = program("NGINX", "nginx")?;
        Some(Self::start("nginx", |folder, port| {
            let path = folder.display();
            let temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
            let temp: String = temp.map(|name| format!("{name}_temp_path {path}/{name};\n")).concat();
            let config = format!(
                "daemon off; master_process off; pid {path}/pid; error_log {path}/error.log;\nevents {{}}\n\
                 http {{\naccess_log off;\n{temp}{}\n}}\n",
                block(port)
            );
            let file = write(folder, &config);
            let mut command = Command::new(program);
            command.arg("-p").arg(folder).arg("-c").arg(file).arg("-e").arg(folder.join("error.log"));
            command
        }))
    }

    /// Apache with the recipe as it is; nothing where it is not installed.
    #[must_use]
    pub fn apache() -> Option<Self> {
        let program = program("APACHE2", "apache2")?;
        Some(Self::start("apache", |folder, port| {
            let path = folder.display();
            let modules =
                MODULES.map(|m| format!("LoadModule {m}_module /usr/lib/apache2/modules/mod_{m}.so\n")).concat();
            fs::write(folder.join("mime.types"), "text/html html\ntext/css css\n").expect("a file of types");
            let config = format!(
                "ServerRoot {path}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {path}/pid\nErrorLog {path}/error.log\n\
                 {modules}Mutex file:{path}\nDefaultRuntimeDir {path}\nTypesConfig {path}/mime.types\nDocumentRoot {path}\n{}\n",
                recipe("apache").replace(PLACE, &site())
            );
            let file = write(folder, &config);
            let mut command = Command::new(program);
            command.args(["-DFOREGROUND", "-f"]).arg(file);
            command
        }))
    }

    fn start(name: &str, command: impl FnOnce(&Path, u16) -> Command) -> Self {
        let port = TcpListener::bind(("127.0.0.1", 0)).and_then(|l| l.local_addr()).expect("a free port").port();
        let folder = std::env::temp_dir().join(format!("arctic-cable-map-{name}-{port}"));
        fs::create_dir_all(&folder).expect("a folder for a server");
        let mut command = command(&folder, port);
        let child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the server starts");
        let mut server = Self { child, folder, origin: format!("http://127.0.0.1:{port}") };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = server.child.try_wait().ok().flatten();
            assert!(
                ended.is_none() && start.elapsed() < Duration::from_secs(20),
                "{name} does not answer: {}",
                server.complaint()
            );
            sleep(Duration::from_millis(50));
        }
        server
    }

    /// What it says about why it does not work.
    fn complaint(&mut self) -> String {
        let _ = self.child.kill();
        let mut said = String::new();
        if let Some(mut stderr) = self.child.stderr.take() {
            let _ = std::io::Read::read_to_string(&mut stderr, &mut said);
        }
        said + fs::read_to_string(self.folder.join("error.log")).unwrap_or_default().as_str()
    }

    /// The address of the site.
    #[must_use]
    pub fn address(&self) -> String {
        self.origin.clone() + FOLDER
    }
}

impl Drop for Real {
    fn drop(&mut self) {
        // Apache's own children end with it only when it is asked to end.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// What a careful host sends: the list of the README, word for word.
#[must_use]
pub fn documented_policy() -> String {
    let readme = fs::read_to_string(places::root().join("README.md")).expect("README.md");
    let (_, rest) = readme.split_once("```text\n").expect("the list");
    let (list, _) = rest.split_once("```").expect("its end");
    assert!(list.trim_start().starts_with("default-src 'none';"), "another list stands first: {list}");
    list.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The block of a language in docs/hosting.md, for the site that is tested.
fn recipe(language: &str) -> String {
    let text = fs::read_to_string(places::root().join("docs/hosting.md")).expect("docs/hosting.md");
    let (_, rest) = text.split_once(&format!("```{language}\n")).expect("a recipe");
    let (recipe, _) = rest.split_once("```").expect("the recipe's end");
    recipe.to_owned()
}

fn site() -> String {
    places::site().canonicalize().expect("the site's folder").display().to_string()
}

fn write(folder: &Path, config: &str) -> PathBuf {
    let file = folder.join("server.conf");
    fs::write(&file, config.replace(PLACE, &site())).expect("the configuration is written");
    file
}

fn program(variable: &str, name: &str) -> Option<PathBuf> {
    let named = std::env::var_os(variable).map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain([PathBuf::from("/usr/sbin")]);
    named.into_iter().chain(folders.map(|folder| folder.join(name))).find(|file| file.is_file())
}
