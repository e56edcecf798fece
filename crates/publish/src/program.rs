//! Prepares the program and its script for publishing: a guard is put between them and the browser, and the digests of both
//! files are written into the page. `src/start.js` starts the program; Trunk's own script for that is removed.

use std::cell::{Cell, RefCell};

use anyhow::{Result, bail};
use lol_html::html_content::ContentType;
use lol_html::{RewriteStrSettings, element, rewrite_str, text};
use palimpsest_export::integrity;

use crate::names;
use crate::site::Site;

/// The event that Trunk's script dispatches once the program runs. No other script contains this word.
const STARTER: &str = "TrunkApplicationStarted";

/// The references to the program in a built page.
#[derive(Default)]
struct Program {
    /// The addresses of the script and of the WebAssembly.
    script: Option<String>,
    wasm: Option<String>,
    /// The index of Trunk's starter among the page's script elements.
    starter: Option<usize>,
}

/// Guards the program, shortens its names if `strict`, and writes the digests of both files into the page. A page without a
/// program is returned unchanged.
pub(crate) fn prepare(site: &mut Site, html: &str, strict: bool) -> Result<String> {
    let Program { script: Some(script_name), wasm: Some(wasm_name), starter } = find(html)? else {
        return Ok(html.to_owned());
    };
    let [script_name, wasm_name] = [&script_name, &wasm_name].map(|address| address.trim_start_matches("./"));
    let mut script = guard(&site.read_text(script_name)?)?;
    let mut wasm = site.read(wasm_name)?;
    if strict {
        (wasm, script) = names::shorten(&wasm, &script)?;
        site.write(wasm_name, &wasm)?;
    }
    site.write(script_name, &script)?;

    let [script_digest, wasm_digest] = [script.as_bytes(), &wasm].map(integrity);
    let number = Cell::new(0);
    let source = RefCell::new(String::new());
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("script", |script| {
            if Some(number.replace(number.get() + 1)) == starter {
                script.remove();
            }
            Ok(())
        }))
        .append_element_content_handler(element!("link[rel=modulepreload][integrity]", |link| {
            Ok(link.set_attribute("integrity", &script_digest)?)
        }))
        .append_element_content_handler(element!("link[rel=preload][as=fetch]", |link| {
            // Browsers ignore `integrity` on a preloaded fetch, with a warning, so `src/start.js` sets it when it fetches.
            link.remove_attribute("integrity");
            // With `crossorigin`, WebKit 2.50 would fetch the program a second time.
            link.remove_attribute("crossorigin");
            Ok(link.set_attribute("data-integrity", &wasm_digest)?)
        }))
        .append_element_content_handler(text!("script[type=module]", |chunk| {
            source.borrow_mut().push_str(chunk.as_str());
            match (chunk.last_in_text_node(), strict) {
                // Trunk leaves comments in modules.
                (true, true) => chunk.replace(without_comments(&source.take()).trim(), ContentType::Html),
                (true, false) => chunk.replace(&source.take(), ContentType::Html),
                (false, _) => chunk.remove(),
            }
            Ok(())
        }));
    Ok(rewrite_str(html, settings)?)
}

fn find(html: &str) -> Result<Program> {
    let program = RefCell::new(Program::default());
    let scripts = Cell::new(0);
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("link[rel=modulepreload]", |link| {
            program.borrow_mut().script = link.get_attribute("href");
            Ok(())
        }))
        .append_element_content_handler(element!("link[rel=preload][as=fetch]", |link| {
            program.borrow_mut().wasm = link.get_attribute("href");
            Ok(())
        }))
        .append_element_content_handler(element!("script", |_| {
            scripts.set(scripts.get() + 1);
            Ok(())
        }))
        .append_element_content_handler(text!("script", |chunk| {
            if chunk.as_str().contains(STARTER) {
                program.borrow_mut().starter = Some(scripts.get() - 1);
            }
            Ok(())
        }));
    rewrite_str(html, settings)?;
    Ok(program.into_inner())
}

/// Returns a script without indentation, empty lines, and comment lines.
pub(crate) fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Returns the script with the program's exports passed through `palimpsest_guard` of `src/start.js`.
fn guard(script: &str) -> Result<String> {
    const GUARD: &str = "palimpsest_guard(";
    const EXPORTS: &str = ".exports";
    if script.contains(GUARD) {
        return Ok(script.to_owned());
    }
    let (Some((before, after)), 1) = (script.split_once(EXPORTS), script.matches(EXPORTS).count()) else {
        bail!("the script takes the program's exports in {} places, not in one", script.matches(EXPORTS).count());
    };
    let instance = before.trim_end_matches(|letter: char| letter.is_alphanumeric() || letter == '_').len();
    let (before, instance) = before.split_at(instance);
    Ok(format!("{before}{GUARD}{instance}{EXPORTS}){after}"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_page_without_a_program_stays() {
        let html = "<p>Read me</p>";
        assert_eq!(prepare(&mut Site::new(Path::new("nowhere")), html, true).expect("nothing to do"), html);
    }

    #[test]
    fn exports_pass_the_guard() {
        let guarded = guard("function f(e,n){return wasm=e.exports,c=null}").expect("one place");
        assert_eq!(guarded, "function f(e,n){return wasm=palimpsest_guard(e.exports),c=null}");
        assert_eq!(guard(&guarded).expect("it is guarded"), guarded);
        assert!(guard("a.exports;b.exports").is_err() && guard("").is_err());
    }

    #[test]
    fn the_starter_and_comments_go_and_digests_come() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut site = Site::new(folder.path());
        site.write("p.js", "x.exports").expect("written");
        site.write("p.wasm", wasm_encoder::Module::new().finish()).expect("written");
        let html = "<link rel=modulepreload href=./p.js integrity=x><link rel=preload as=fetch href=./p.wasm crossorigin>\
            <script>// one\nTrunk()</script><script type=module>dispatch(\"TrunkApplicationStarted\")</script>\
            <script type=module>// why\nstart();\n// how\nend()</script><p>// TrunkApplicationStarted</p>";
        let page = prepare(&mut site, html, true).expect("a page");
        assert!(page.ends_with(
            "<script>// one\nTrunk()</script><script type=module>start();\nend()</script><p>// TrunkApplicationStarted</p>"
        ));
        assert!(page.contains("integrity=\"sha256-") && page.contains("data-integrity=\"sha256-"), "{page}");
        assert!(!page.contains("crossorigin"), "{page}");
        assert_eq!(prepare(&mut site, &page, true).expect("a page"), page, "publishing again changes nothing");
    }
}
