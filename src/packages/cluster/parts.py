"""Processes of a cluster: each is started, killed, frozen and started again, and none outlives the script."""
import ctypes
import glob
import os
import pwd
import random
import re
import shutil
import signal
import socket
import subprocess
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../.."))


class Failed(Exception):
    """What a person is told of a command that did not work."""


def die_with_parent():
    """The kernel kills this process when the script is gone, however that came."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def free_ports(names):
    """A port for each name, none of them twice. They lie below those that the system gives to whoever connects, so that each is still free when its process starts again."""
    ports = {}
    port = random.randrange(20000, 30000)
    for name in names:
        while name not in ports:
            port += 1
            with socket.socket() as probe:
                if port < 32768 and probe.connect_ex(("127.0.0.1", port)) != 0 and bound(port):
                    ports[name] = port
                elif port >= 32768:
                    port = 20000
    return ports


def bound(port):
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
            return True
        except OSError:
            return False


def listens(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


def http(url, method="GET", body=None, seconds=3):
    request = urllib.request.Request(url, method=method, data=body, headers={"Content-Type": "application/json"} if body else {})
    with urllib.request.urlopen(request, timeout=seconds) as answer:
        return answer.status, answer.read()


def answers(url):
    return http(url)[0] == 200


def wait(what, seconds, done, alive=lambda: True):
    """Returns what done() gives once that is true; what it throws counts as not yet."""
    end = time.monotonic() + seconds
    last = None
    while time.monotonic() < end:
        try:
            result = done()
            if result:
                return result
        except (Failed, OSError, ValueError, KeyError, subprocess.SubprocessError) as fault:
            last = fault
        if not alive():
            raise Failed(f"{what}: the process has ended")
        time.sleep(0.2)
    raise Failed(f"{what}: not within {seconds} s" + (f" ({last})" if last else ""))


def fill(template, target, names, mode=0o600):
    """A file of this folder with names written in for ${...}; a name that is not given stops it."""
    with open(os.path.join(HERE, template), encoding="utf-8") as file:
        text = file.read()
    for name, value in names.items():
        text = text.replace("${" + name + "}", str(value))
    if "${" in text.replace("${}", ""):
        raise Failed(f"{template} has a name that nobody gave: {text[text.replace('${}', '').index('${'):][:40]}")
    with open(target, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(target, mode)


def migration(file):
    """The number of a migration, which its file begins with."""
    return int(re.match(r"V(\d+)", os.path.basename(file)).group(1))


def former_jar():
    """The jar of the oldest gateway that the tables allow (member_rule), made once from this tree's history."""
    migrations = "src/gateway/main/resources/db/migration"
    git = ["git", "-C", ROOT]
    if not shutil.which("git") or subprocess.run([*git, "rev-parse"], capture_output=True, check=False).returncode != 0:
        raise Failed("This tree has no history: the version before is made from it")
    files = sorted(glob.glob(os.path.join(ROOT, migrations, "V*.sql")), key=migration)
    allowed = 0
    for file in files:
        with open(file, encoding="utf-8") as text:
            allowed = int((re.findall(r"set oldest_allowed = (\d+)", text.read()) or [allowed])[-1])
    later = next(file for file in files if migration(file) > allowed)
    added = subprocess.run([*git, "log", "-1", "--format=%H", "--diff-filter=A", "--", os.path.relpath(later, ROOT)], capture_output=True, text=True,
                           check=True).stdout.strip()
    commit = subprocess.run([*git, "rev-parse", added + "^"], capture_output=True, text=True, check=True).stdout.strip()
    folder = os.path.join(ROOT, "target", "former", commit)
    jar = os.path.join(folder, "target", "vahid.jar")
    if not os.path.isfile(jar):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        archive = subprocess.run([*git, "archive", commit], capture_output=True, check=True).stdout
        subprocess.run(["tar", "-x", "-C", folder], input=archive, check=True)
        made = subprocess.run(["mvn", "-B", "-ntp", "-q", "package", "-DskipTests", "-Dspotless.check.skip", "-pl", "src/app", "-am"], cwd=folder, capture_output=True,
                              text=True, timeout=900)
        if made.returncode != 0:
            raise Failed(f"The version before ({commit[:12]}) cannot be made: {made.stdout[-2000:]}")
    return jar


def postgres_bin():
    """The folder of the newest PostgreSQL's programs."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda each: float(each.split("/")[-2]))
    if found:
        return found[-1]
    if shutil.which("initdb"):
        return os.path.dirname(os.path.realpath(shutil.which("initdb")))
    raise Failed("PostgreSQL is not installed (apt-get install postgresql)")


def database_user():
    """PostgreSQL does not run as root: the user whom its package made runs it then."""
    return pwd.getpwnam("postgres") if os.geteuid() == 0 else None


def guard(folders):
    """A process that waits for the script's end, however it comes, and then kills each PostgreSQL that still runs on one of these folders."""
    reading, writing = os.pipe()
    if os.fork() != 0:
        os.close(reading)
        return writing
    os.setsid()
    os.close(writing)
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    for stream in (0, 1, 2):
        os.dup2(os.open(os.devnull, os.O_RDWR), stream)
    os.read(reading, 1)
    time.sleep(0.5)
    for folder in folders:
        pid = postmaster(folder)
        if pid:
            os.kill(pid, signal.SIGKILL)
    os._exit(0)


def postmaster(folder):
    """The process id of the PostgreSQL that runs on a folder of data; None where none does."""
    try:
        with open(os.path.join(folder, "postmaster.pid"), encoding="ascii") as file:
            pid = int(file.readline())
        with open(f"/proc/{pid}/cmdline", "rb") as file:
            return pid if folder.encode() in file.read() else None
    except (OSError, ValueError):
        return None


def as_user(user):
    return {} if user is None else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


class Part:
    """One process of the cluster; what it writes goes on in one file."""

    def __init__(self, name, command, log, ready, user=None, env=None, patience=300, cwd=None):
        self.name, self.command, self.log, self.ready, self.user, self.patience, self.cwd = name, command, log, ready, user, patience, cwd
        self.env = {**os.environ, **(env or {})}
        self.process = None

    def alive(self):
        return self.process is not None and self.process.poll() is None

    def launch(self):
        if self.alive():
            raise Failed(f"{self.name} runs already")
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, env=self.env, cwd=self.cwd,
                                            start_new_session=True, preexec_fn=die_with_parent, **as_user(self.user))

    def await_ready(self):
        try:
            wait(f"{self.name} (its log is {self.log})", self.patience, self.ready, self.alive)
        except Failed as failure:
            raise Failed(f"{failure}; it said last: " + " | ".join(self.tail(3))) from failure

    def start(self):
        self.launch()
        self.await_ready()

    def signal(self, which):
        if self.alive():
            self.process.send_signal(which)

    def kill(self):
        self.signal(signal.SIGKILL)
        if self.process:
            self.process.wait()

    def stop(self, seconds=75):
        """SIGTERM, and SIGKILL for one that does not end; says whether it ended by itself."""
        self.signal(signal.SIGCONT)
        self.signal(signal.SIGTERM)
        if not self.process:
            return True
        try:
            self.process.wait(seconds)
            return True
        except subprocess.TimeoutExpired:
            self.kill()
            return False

    def freeze(self):
        self.signal(signal.SIGSTOP)

    def thaw(self):
        self.signal(signal.SIGCONT)

    def tail(self, lines=12):
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return file.read().splitlines()[-lines:]


class DatabaseNode(Part):
    """Patroni and the PostgreSQL that it has started, which is no child of it."""

    def __init__(self, name, folder, command, ready, user):
        super().__init__(name, command, os.path.join(folder, "patroni.log"), ready, user, env={"HOME": folder}, cwd=folder)
        self.folder, self.data = folder, os.path.join(folder, "data")

    def kill(self):
        """As by a machine that loses its power: Patroni first, so that it starts nothing again."""
        super().kill()
        self.kill_postmaster()

    def kill_postmaster(self):
        pid = postmaster(self.data)
        if pid:
            os.kill(pid, signal.SIGKILL)
            wait(f"end of PostgreSQL of {self.name}", 20, lambda: not os.path.exists(f"/proc/{pid}"))

    def stop(self, seconds=75):
        ended = super().stop(seconds)
        self.kill_postmaster()
        return ended
