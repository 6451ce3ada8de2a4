//! nginx and Apache, run for real with the recipes of `docs/hosting.md`, in a folder of a larger site.

use browser_tests::{Page, Real, Setup, say_skipped, visit};
use serde_json::Value;

/// Opens the map on a server and uses it.
async fn works_on(server: Option<Real>, name: &str, knows_wasm: bool) {
    let Some(server) = server else {
        say_skipped(&format!("{name} is not installed, so its recipe is not tried"));
        return;
    };
    visit(Setup::default(), async |page: &Page| {
        page.allow(&server.origin);
        if !knows_wasm {
            // wasm-bindgen's loader says in the console that the host could do better.
            page.expect_console("application/wasm");
        }
        page.open_address(&server.address()).await;
        page.wait_ready().await;
        page.select_cable("Polar Connect").await;
        page.choose_language("ja").await;
        assert_eq!(page.problems().await.len(), 0, "{}", page.trouble_shown().await);
        let wasm = "const name = performance.getEntriesByType('resource').find((r) => r.name.endsWith('.wasm')).name;
            const { headers } = await fetch(name);
            const page = await fetch('./');
            return [headers.get('content-type'), headers.get('cache-control'), headers.get('content-encoding'), page.headers.get('cache-control')]";
        let headers: Vec<Value> = page.script(wasm, vec![]).await;
        println!("{name}: wasm is sent with {headers:?}");
        if knows_wasm {
            assert_eq!(headers[0], "application/wasm");
            assert_eq!(headers[1], "public, max-age=31536000, immutable");
            assert!(headers[2] == "gzip" || headers[2] == "br", "it is not compressed: {headers:?}");
            assert_eq!(headers[3], "no-cache");
        } else {
            assert_eq!(headers[0], "application/octet-stream");
        }
    })
    .await;
}

#[tokio::test]
async fn nginx_serves_the_map_by_its_recipe() {
    works_on(Real::nginx(), "nginx", true).await;
}

#[tokio::test]
async fn nginx_that_does_not_know_wasm_serves_the_map() {
    works_on(Real::bare_nginx(), "nginx", false).await;
}

#[tokio::test]
async fn apache_serves_the_map_by_its_recipe() {
    works_on(Real::apache(), "Apache", true).await;
}
