//! `cargo xtask fonts`: makes the files in `fonts/` and `styles/fonts.css` anew, for the characters that the page shows. What
//! is done to which font, `fonts/make.mjs` knows; here it gets its packages and the built page.

use std::{fs, process::Command};

use crate::{environment, machine::Machine, problem::Problem, run::run};

/// Builds the page, fetches the packages that the script names, and runs it.
pub fn make(machine: &Machine) -> Result<(), Problem> {
    let folder = machine.cache.join("fonts");
    fs::create_dir_all(&folder).map_err(|error| Problem::new(format!("cannot make {}: {error}", folder.display())))?;
    let command = |program: &str| {
        let mut command = Command::new(program);
        command.current_dir(&machine.repository);
        environment::of_children(machine).apply(&mut command);
        command
    };
    run(machine, "build the page", command("trunk").args(["build", "--release"]))?;
    let listed = command("node").args(["fonts/make.mjs", "--packages"]).output();
    let listed = listed.map_err(|error| Problem::new(format!("cannot start node: {error}")))?;
    let packages = String::from_utf8_lossy(&listed.stdout);
    let mut npm = command("npm");
    npm.args(["install", "--no-save", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).args(packages.lines());
    run(machine, "fetch the fonts", &mut npm)
        .map_err(|problem| problem.advise("check that npm reaches its registry, then run the same command again"))?;
    let mut script = command("node");
    script.args(["fonts/make.mjs", "dist/index.html"]).arg(folder.join("node_modules"));
    match script.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(Problem::new("fonts/make.mjs failed: see above")),
        Err(error) => Err(Problem::new(format!("cannot start node: {error}"))),
    }
}
