//! The command line.

use std::path::PathBuf;

use clap::builder::{OsStringValueParser, TypedValueParser as _};
use clap::{Args, Parser, Subcommand, ValueEnum};

const ABOUT: &str = "Makes one page to explore of a history article: with a timeline, people, notes and sources.";

const LONG_ABOUT: &str = "\
Makes one page to explore of a history article: with a timeline, people, notes and sources.

A story is a folder of text files: the article, word for word, in Markdown; people, events and places in TOML; sources in \
CSL-JSON. This program turns it into a folder of static files that any web server can deliver. It needs no network.";

const EXAMPLES: &str = "\
The first five minutes:

  palimpsest new my-story       writes a small story, with comments that explain each field
  palimpsest serve my-story     shows it in the browser, and updates it after each change
  palimpsest check my-story     lists every problem, with file, line, column and a fix
  palimpsest build my-story     writes the finished page into dist/

A timeline, an article, a family tree or a bibliography becomes a draft: palimpsest import FILE.

my-story/README.md is a tutorial, and my-story/REFERENCE.md explains every file and field.";

const IMPORT: &str = "\
The folder must be new or empty. The draft in it builds right away. What is missing is marked with TODO in its files; what \
a story has no place for is in LEFTOVERS.md, so that nothing is lost silently.

  TimelineJS    its JSON, or its spreadsheet as CSV, XLSX or ODS
  Markdown      an article, with or without front matter in TOML or YAML
  BibTeX        a bibliography (.bib), also for biblatex
  CSL-JSON      a bibliography from Zotero, Better BibTeX or Crossref
  GEDCOM        a family tree (.ged), of version 5.5.1 or 7
  our own       timeline.json, timeline-timelinejs.json, timeline.csv, passages.csv, citations.bib and citations.json, as a
                page offers them

  palimpsest import timeline.json my-story
  palimpsest import family.ged                        writes the draft into family-draft";

const COLOR: &str = "Whether to color messages; by default on terminals, unless NO_COLOR is set";

/// The arguments of the program.
#[derive(Debug, Parser)]
#[command(name = "palimpsest", bin_name = "palimpsest", version, about = ABOUT, long_about = LONG_ABOUT, after_help = EXAMPLES)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    /// Use this engine, a file that a build has kept, in place of the one inside the program
    // An empty path, as of a variable that is set to nothing, names none.
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = "PALIMPSEST_ENGINE",
        value_parser = OsStringValueParser::new().map(PathBuf::from),
        hide_env_values = true,
        hide_short_help = true
    )]
    pub engine: Option<PathBuf>,
    /// Whether to color messages.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help = COLOR)]
    pub color: Color,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write a small story to start from
    #[command(after_help = "\
The folder must be new or empty. The story in it builds right away; change it file by file. README.md in it is a tutorial, \
and REFERENCE.md explains every file and field.

  palimpsest new my-story                             a few lines, with comments that explain them
  palimpsest new my-story --example ides-of-march     contested dates before Christ
  palimpsest new my-story --example kiel-1918         German, with pictures, a table, verse and the author's notes
  palimpsest new my-story --example granada-1492      Arabic, from right to left")]
    New {
        /// The folder to write into
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// Write one of the larger examples instead
        #[arg(long, value_name = "NAME")]
        example: Option<String>,
    },
    /// Make a draft from a file of another program
    #[command(after_help = IMPORT)]
    Import {
        /// The file: .json, .csv, .xlsx, .ods, .md, .ged, .bib and others
        file: PathBuf,
        /// The folder to write into; by default one beside the file, with its name
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
    },
    /// List every problem in a story
    Check(Check),
    /// Write the finished page
    Build(Build),
    /// Show the page in the browser, and update it after each change
    Serve(Serve),
    /// Print what a web server needs to deliver the page well
    #[command(after_help = "Netlify and Cloudflare Pages read the same from `_headers`, which every page has.")]
    Headers {
        /// The web server
        host: Host,
        /// The folder with the finished page
        #[arg(value_name = "SITE", default_value = "dist")]
        site: PathBuf,
    },
    /// Print a script that completes this program's words in a shell
    #[command(
        after_help = "For bash: palimpsest completions bash > ~/.local/share/bash-completion/completions/palimpsest"
    )]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Publish the story in the page that Trunk has just built
    #[command(hide = true)]
    TrunkHook {
        /// The folder with the built page
        site: Option<PathBuf>,
        /// The folder with the story
        story: Option<PathBuf>,
    },
    /// Compress the engine that a build has kept
    #[command(hide = true)]
    CompressEngine {
        /// The engine
        kept: PathBuf,
        /// The file to write
        out: PathBuf,
    },
}

#[derive(Args, Debug)]
#[command(after_help = "\
Exits with 1 if there is an error, since a page is made only from a story without one. Warnings do not count.

  palimpsest check --format sarif > problems.sarif    for code scanning
  palimpsest check --gaps                             also lists what has weak support, and what is missing")]
pub struct Check {
    /// The folder with the story; by default this one, or else story/
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// Whether to write for people or for other programs
    #[arg(long, value_enum, default_value = "human")]
    pub format: Format,
    /// Show every problem, not only the first ten of a kind
    #[arg(long)]
    pub all: bool,
    /// Also list what is no mistake but worth knowing: statements with weak support; works that nobody read, that have no
    /// address, or that are cited without a place in them; pictures without alternative text
    #[arg(long)]
    pub gaps: bool,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Copy the folder to any web server, under any path. Building again replaces what an earlier build wrote and removes what is no \
longer needed; your own files stay.

With --single-file the page is one file, named after its title, to send, to keep or to carry on a USB stick: it opens in any \
browser, without a server or a network. Its links and citations name the address in story.toml, or that of --base.

  palimpsest build my-story --single-file                    writes \"The Bell of Sandvik.html\" here
  palimpsest build my-story --single-file --out bell.html")]
pub struct Build {
    /// The folder with the story; by default this one, or else story/
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// The folder to write into; dist by default, or this one for a single file, which may be named, too
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Write one HTML file that opens from a disk
    #[arg(long)]
    pub single_file: bool,
    /// Where the page will be published, in place of `address` in story.toml
    #[arg(long, value_name = "URL", value_parser = address)]
    pub base: Option<String>,
    /// Also write the article with its notes as a book, data/article.epub; not with --single-file
    #[arg(long)]
    pub epub: bool,
}

#[derive(Args, Debug)]
#[command(after_help = "\
Only this computer can see the preview. While the story has errors, the page stays as it was and shows them where they belong. \
Ctrl+C ends the program.")]
pub struct Serve {
    /// The folder with the story; by default this one, or else story/
    #[arg(value_name = "DIR")]
    pub folder: Option<PathBuf>,
    /// The port; by default the first free one from 8000
    #[arg(long, value_name = "N")]
    pub port: Option<u16>,
    /// Open the page in the browser
    #[arg(long)]
    pub open: bool,
}

/// The output format of `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Excerpts with the place of each problem
    Human,
    /// A list of objects; with --gaps, an object with this list and the gaps
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
}

/// A web server.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Host {
    /// A file for its conf.d
    Nginx,
    /// A site of its Caddyfile
    Caddy,
    /// The file _headers, for Netlify and Cloudflare Pages
    Pages,
}

impl From<Host> for palimpsest_publish::Host {
    fn from(host: Host) -> Self {
        match host {
            Host::Nginx => Self::Nginx,
            Host::Caddy => Self::Caddy,
            Host::Pages => Self::Pages,
        }
    }
}

/// When messages are colored.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

impl Color {
    /// Applies the choice to everything that is written from now on.
    pub fn write_global(self) {
        match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }
}

/// Parses the address of a page, as in `story.toml`, and ends it with a slash.
fn address(given: &str) -> Result<String, String> {
    let is_plain =
        !given.contains(|letter: char| letter.is_whitespace() || letter.is_control() || "\"<>?#".contains(letter));
    match given.strip_prefix("https://") {
        Some(rest) if is_plain && !rest.trim_matches('/').is_empty() => Ok(format!("{}/", given.trim_end_matches('/'))),
        _ => Err("an address begins with https:// and has no ? or #, as in https://example.org/trotsky/".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn addresses_end_with_a_slash() {
        for (given, address) in [("https://a.org", "https://a.org/"), ("https://a.org/b/", "https://a.org/b/")] {
            assert_eq!(super::address(given).as_deref(), Ok(address));
        }
        for given in ["", "https://", "http://a.org/", "a.org", "https://a.org/?b", "https://a b/", "https://a.org/#s1"]
        {
            assert!(address(given).is_err(), "{given}");
        }
    }
}
