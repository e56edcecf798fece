//! Real servers as child processes, each with the configuration that is generated for it.

use std::fs;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use palimpsest_publish::{Host, headers};
use tempfile::TempDir;

use crate::program::{free_port, program};

/// How long a server may take to start.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running server, stopped when dropped.
pub struct Server {
    process: Child,
    folder: TempDir,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    /// Serves a built site, and waits until the server accepts connections.
    pub fn start(host: Host, site: &Path) -> Self {
        let folder = tempfile::Builder::new().prefix("palimpsest-").tempdir().unwrap();
        let port = free_port();
        let printed = headers(site, host).unwrap();
        let mut command = match host {
            Host::Nginx => nginx(&printed, site, folder.path(), port),
            Host::Caddy => caddy(&printed, site, folder.path(), port),
            Host::Pages => panic!("nobody can run that here"),
        };
        let log = fs::File::create(folder.path().join("log")).unwrap();
        let process = command.stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log).spawn().unwrap();
        let mut server = Self { process, folder, port };
        let deadline = Instant::now() + PATIENCE;
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = server.process.try_wait().unwrap();
            assert!(
                ended.is_none() && Instant::now() < deadline,
                "{host:?} does not serve: {ended:?}\n{}",
                server.log()
            );
            std::thread::sleep(Duration::from_millis(25));
        }
        server
    }

    /// Scheme, host and port.
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The server's log.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap()
    }
}

/// The configuration, with the values that a user adapts replaced.
fn adapted(printed: &str, changes: [(&str, &str); 2]) -> String {
    changes.into_iter().fold(printed.to_owned(), |text, (theirs, ours)| {
        assert_eq!(text.matches(theirs).count(), 1, "{theirs} in\n{text}");
        text.replace(theirs, ours)
    })
}

fn nginx(printed: &str, site: &Path, folder: &Path, port: u16) -> Command {
    let (listen, root) = (format!("listen 127.0.0.1:{port};"), format!("root \"{}\";", site.display()));
    let site = adapted(printed, [("listen 80;", &listen), ("root /var/www/palimpsest;", &root)]);
    // Debian's default folders are not writable here, and workers that root starts drop its rights. So nginx runs as one
    // process, with our rights.
    let folders = ["client_body", "fastcgi", "proxy", "scgi", "uwsgi"];
    let folders = folders.map(|name| format!("{name}_temp_path {}/{name};", folder.display())).join("\n");
    let whole = format!(
        "daemon off;\nmaster_process off;\npid {}/pid;\nerror_log stderr warn;\nevents {{}}\nhttp {{\naccess_log off;\n{folders}\n{site}}}\n",
        folder.display()
    );
    let file = folder.join("nginx.conf");
    fs::write(&file, whole).unwrap();
    let mut command = Command::new(program("PALIMPSEST_NGINX"));
    command.arg("-p").arg(folder).arg("-c").arg(file).args(["-e", "stderr"]);
    command
}

fn caddy(printed: &str, site: &Path, folder: &Path, port: u16) -> Command {
    let (address, root) = (format!("\nhttp://127.0.0.1:{port} {{"), format!("root * \"{}\"", site.display()));
    let site = adapted(printed, [("\nexample.org {", &address), ("root * /var/www/palimpsest", &root)]);
    let file = folder.join("Caddyfile");
    fs::write(&file, format!("{{\n\tadmin off\n}}\n{site}")).unwrap();
    let mut command = Command::new(program("PALIMPSEST_CADDY"));
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file);
    for (variable, name) in [("HOME", "."), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data")] {
        command.env(variable, folder.join(name));
    }
    command
}
