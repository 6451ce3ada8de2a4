//! The browser's mathematics without a detour.
//!
//! wasm-bindgen wraps each imported function in one of JavaScript that does nothing but call it. Handed over as it is,
//! `Math.sin` is known to engines as their own: V8 then compiles the call without leaving the wasm, and a projection makes
//! five such calls for each point of a coast.

/// The generated script with every wrapper that only passes its numbers on to a function of `Math` replaced by that function.
pub(super) fn direct(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(at) = rest.find("function(arg0") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        match wrapped(from) {
            Some((name, after)) => {
                out.push_str("Math.");
                out.push_str(name);
                rest = after;
            }
            None => {
                out.push_str("function(arg0");
                rest = &from["function(arg0".len()..];
            }
        }
    }
    out + rest
}

/// The function of `Math` that a wrapper at the start of a text calls, and what follows the wrapper.
fn wrapped(text: &str) -> Option<(&str, &str)> {
    let (args, body) = text.strip_prefix("function(")?.split_once(") {")?;
    let call = body.trim_start().strip_prefix("const ret = Math.")?;
    let (name, after) = call.split_once('(')?;
    let after = after.strip_prefix(args)?.strip_prefix(");")?.trim_start().strip_prefix("return ret;")?;
    Some((name, after.trim_start().strip_prefix('}')?))
}

#[cfg(test)]
mod tests {
    use super::direct;

    /// A script that imports functions, each given as what is imported.
    fn script(imports: [&str; 4]) -> String {
        let lines =
            ["sin", "atan2", "other", "now"].iter().zip(imports).map(|(name, what)| format!("    {name}: {what},\n"));
        format!("{{\n{}}}", lines.collect::<String>())
    }

    fn wrapper(args: &str, call: &str) -> String {
        format!("function({args}) {{\n        const ret = {call};\n        return ret;\n    }}")
    }

    #[test]
    fn what_only_calls_math_is_math_itself() {
        let other = wrapper("arg0, arg1", "Math.atan2(arg1, arg0)");
        let now = wrapper("arg0", "arg0.now()");
        let [sin, atan2] = [wrapper("arg0", "Math.sin(arg0)"), wrapper("arg0, arg1", "Math.atan2(arg0, arg1)")];
        assert_eq!(direct(&script([&sin, &atan2, &other, &now])), script(["Math.sin", "Math.atan2", &other, &now]));
    }
}
