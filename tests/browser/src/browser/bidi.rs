//! WebDriver BiDi (W3C), as far as the suite needs it in Firefox: what the console says, what is asked for, scripts before
//! those of the page, the size of the page's inside.

use serde_json::{Value, json};
use std::net::TcpStream;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use tungstenite::protocol::Role;
use tungstenite::{Message, WebSocket};

/// A connection to a browser.
pub(crate) struct Bidi {
    /// Writes; another thread reads.
    socket: Mutex<WebSocket<TcpStream>>,
    answers: Mutex<Receiver<Value>>,
    events: Arc<Mutex<Vec<Value>>>,
}

impl Bidi {
    /// Connects to the address that the session's capabilities name, `ws://127.0.0.1:1234/session/…`.
    pub(crate) fn connect(address: &str) -> Self {
        let host = address.trim_start_matches("ws://").split('/').next().unwrap_or_default();
        let stream = TcpStream::connect(host).expect("the browser's second port");
        let writer = stream.try_clone().expect("one socket, two hands");
        let (mut socket, _) = tungstenite::client(address, stream).expect("the browser speaks BiDi");
        let (answered, answers) = channel();
        let events = Arc::<Mutex<Vec<Value>>>::default();
        let heard = events.clone();
        thread::spawn(move || {
            while let Ok(message) = socket.read() {
                hear(&message, &answered, &heard);
            }
        });
        let socket = Mutex::new(WebSocket::from_raw_socket(writer, Role::Client, None));
        Self { socket, answers: Mutex::new(answers), events }
    }

    /// What a command gives; fails where the browser refuses it.
    pub(crate) fn command(&self, method: &str, params: &Value) -> Value {
        // One command at a time, so the next answer is the command's.
        let mut socket = self.socket.lock().unwrap_or_else(PoisonError::into_inner);
        let text = json!({ "id": 1, "method": method, "params": params }).to_string();
        socket.send(Message::text(text)).unwrap_or_else(|e| panic!("{method} is not sent: {e}"));
        let answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let answer = answers.recv_timeout(crate::page::LONGEST_SCRIPT).unwrap_or_else(|e| panic!("{method}: {e}"));
        assert_eq!(answer["type"], "success", "{method}: {answer}");
        answer["result"].clone()
    }

    /// The events since the last call that have one of these names.
    pub(crate) fn take(&self, method: &str) -> Vec<Value> {
        let mut events = self.events.lock().unwrap_or_else(PoisonError::into_inner);
        let (taken, rest) = std::mem::take(&mut *events).into_iter().partition(|event| event["method"] == method);
        *events = rest;
        taken
    }

    /// What a script of the page, or of its first frame, returns once its promise is kept. It runs among the page's own
    /// scripts, where WebDriver's command would run it beside them, with types of its own.
    pub(crate) fn script(&self, body: &str, args: Vec<Value>, in_frame: bool) -> Result<Value, String> {
        let tree = self.command("browsingContext.getTree", &json!({}));
        let page = &tree["contexts"][0];
        let context = if in_frame { &page["children"][0]["context"] } else { &page["context"] };
        let declaration = format!(
            "async (given) => {{ try {{ return JSON.stringify([(await (async function () {{ {body}\n}}).apply(null, JSON.parse(given))) ?? null]); }} catch (e) {{ return String(e); }} }}"
        );
        let params = json!({
            "functionDeclaration": declaration,
            "arguments": [{ "type": "string", "value": Value::Array(args).to_string() }],
            "target": { "context": context },
            "awaitPromise": true,
        });
        let done = self.command("script.callFunction", &params);
        // A list of one; anything else is what went wrong.
        let text = done["result"]["value"].as_str().unwrap_or("no text");
        serde_json::from_str::<[Value; 1]>(text).map(|[value]| value).map_err(|_| text.to_owned())
    }

    /// The page's window.
    pub(crate) fn window(&self) -> Value {
        self.command("browsingContext.getTree", &json!({ "maxDepth": 0 }))["contexts"][0]["context"].clone()
    }
}

fn hear(message: &Message, answered: &Sender<Value>, events: &Mutex<Vec<Value>>) {
    let Ok(value) = serde_json::from_str::<Value>(message.to_text().unwrap_or_default()) else { return };
    if value["type"] == "event" {
        events.lock().unwrap_or_else(PoisonError::into_inner).push(value);
    } else {
        // Nobody waits any more where the visit is over.
        let _ = answered.send(value);
    }
}
