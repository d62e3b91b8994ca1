#!/usr/bin/env python3
"""The whole cluster on this machine, as processes: etcd, two nodes of PostgreSQL below Patroni, a pair of brokers, haproxy, the mock agencies and the
gateways. Takes commands by its standard input, one a line, and answers each with one line of JSON; 'help' names them. When its input ends, or it does,
all processes end with it. README.md beside it says more.
"""
import argparse
import hashlib
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

import yaml
from commands import Commands
from parts import ROOT, DatabaseNode, Failed, Part, answers, as_user, database_user, fill, free_ports, guard, http, listens, postgres_bin, wait

JVM = ["-Xms256m", "-Xmx256m", "-XX:+UseParallelGC", "-XX:NewRatio=1", "-XX:-UseAdaptiveSizePolicy", "-XX:SurvivorRatio=3", "-XX:+ExitOnOutOfMemoryError"]
OFFICIALS = 100
KEYS_PASSWORD = "changeit"


def readiness():
    """Where this tree's gateways tell a balancer whether they are ready."""
    with open(os.path.join(ROOT, "src/gateway/main/resources/faces.yaml"), encoding="utf-8") as file:
        return "/actuator/health/readiness" if "/actuator/health/readiness" in file.read() else "/actuator/health"


class Cluster:
    def __init__(self, options):
        self.options = options
        self.folder = os.path.abspath(options.folder) if options.folder else tempfile.mkdtemp(prefix="vahid-cluster-")
        os.makedirs(self.folder, exist_ok=True)
        os.chmod(self.folder, 0o711)
        self.user = database_user()
        self.bin = postgres_bin()
        self.password = secrets.token_hex(12)
        self.gateways = [f"gateway-{number + 1}" for number in range(options.gateways)]
        names = ["etcd", "etcd-peers", "front", "statistics", "database", "mocks", "sftp", "broker-1", "broker-2", "stranger", "stranger-operators"]
        names += [f"tls-{agency}" for agency in self.mock_settings()["mocks"]["tls-ports"]]
        names += [f"{node}-{kind}" for node in ("pg1", "pg2") for kind in ("sql", "rest")]
        names += [f"{gateway}{kind}" for gateway in self.gateways for kind in ("", "-operators")]
        self.ports = free_ports(names)
        self.parts = {}
        guard([os.path.join(self.folder, node, "data") for node in ("pg1", "pg2")])
        self.tokens = {name: secrets.token_urlsafe(24) for name in ("desk", "spread", "registry", "treasury", "bank", "reader", "operations")}

    # ---- what it is made of

    @staticmethod
    def mock_settings():
        with open(os.path.join(ROOT, "src/demo/main/resources/application-mocks.yaml"), encoding="utf-8") as file:
            return yaml.safe_load(file)["vahid"]

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def make(self, *names, user=None):
        made = self.path(*names)
        os.makedirs(made, mode=0o700, exist_ok=True)
        if user:
            os.chown(made, user.pw_uid, user.pw_gid)
        return made

    def program(self, kind):
        """How a jar is started: 'gateway' or 'demo'. With --class-path, from classes."""
        main = {"gateway": "az.dost.vahid.app.Start", "demo": "az.dost.vahid.demo.Demonstration"}[kind]
        jar = {"gateway": self.options.jar, "demo": self.options.demo}[kind]
        if self.options.class_path:
            return ["-cp", self.options.class_path, main]
        if not os.path.isfile(jar):
            raise Failed(f"There is no {jar}: mvn package -DskipTests makes it")
        return ["-jar", os.path.abspath(jar)]

    def java(self, kind, *arguments, jvm=()):
        return [self.options.java, *jvm, *self.program(kind), *arguments]

    def add(self, part):
        self.parts[part.name] = part
        return part

    # ---- etcd and PostgreSQL

    def start_etcd(self):
        clients, peers = (f"http://127.0.0.1:{self.ports[name]}" for name in ("etcd", "etcd-peers"))
        self.add(Part("etcd", ["etcd", "--name", "only", "--data-dir", self.make("etcd"), "--listen-client-urls", clients, "--advertise-client-urls", clients,
                               "--listen-peer-urls", peers, "--initial-advertise-peer-urls", peers, "--initial-cluster", f"only={peers}", "--log-level", "warn"],
                      self.path("etcd.log"), lambda: answers(clients + "/health"))).start()

    def node(self, name):
        folder = self.make(name, user=self.user)
        names = {"name": name, "folder": folder, "data": os.path.join(folder, "data"), "bin": self.bin, "password": self.password, "etcd": self.ports["etcd"],
                 "port": self.ports[f"{name}-sql"], "rest": self.ports[f"{name}-rest"], "backup": self.make("backup", user=self.user)}
        for template in ("patroni.yml", "pgbackrest.conf"):
            fill(template, os.path.join(folder, template), names)
            if self.user:
                os.chown(os.path.join(folder, template), self.user.pw_uid, self.user.pw_gid)
        return self.add(DatabaseNode(name, folder, ["patroni", os.path.join(folder, "patroni.yml")], lambda: self.state_of(name) in ("running", "streaming"), self.user))

    def members(self):
        """What Patroni says of the nodes, whichever answers."""
        for node in ("pg1", "pg2"):
            try:
                return {each["name"]: each for each in json.loads(http(f"http://127.0.0.1:{self.ports[node + '-rest']}/cluster")[1])["members"]}
            except OSError:
                continue
        return {}

    def state_of(self, node):
        return self.members().get(node, {}).get("state")

    def primary(self):
        return next((name for name, each in self.members().items() if each["role"] == "leader" and each["state"] == "running"), None)

    def has_standby(self):
        return any(each["role"] == "sync_standby" and each["state"] in ("running", "streaming") for each in self.members().values())

    def as_database(self, command, seconds=300):
        done = subprocess.run(command, capture_output=True, text=True, timeout=seconds, cwd=self.folder, stdin=subprocess.DEVNULL, **as_user(self.user))
        if done.returncode != 0:
            raise Failed(f"{' '.join(command[:1])}: {(done.stderr or done.stdout).strip()[-2000:]}")
        return done.stdout.strip()

    def sql(self, node, statement=None, file=None, database="postgres"):
        return self.as_database([os.path.join(self.bin, "psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", self.path(node), "-p", str(self.ports[f"{node}-sql"]),
                                 "-U", "postgres", "-d", database, *(("-f", file) if file else ("-c", statement))])

    def backrest(self, node, *arguments):
        return self.as_database(["pgbackrest", f"--config={self.path(node, 'pgbackrest.conf')}", "--stanza=vahid", *arguments])

    def start_database(self):
        self.node("pg1").start()
        wait("a primary", 60, self.primary)
        self.node("pg2").start()
        wait("a synchronous standby", 90, self.has_standby)
        self.make_database()
        self.backrest("pg1", "stanza-create")
        self.backup()

    def make_database(self):
        """As src/docs/database.sql says; a script answers what it asks an administrator for."""
        with open(os.path.join(ROOT, "src/docs/database.sql"), encoding="utf-8") as file:
            script = file.read()
        for role in ("vahid", "vahid_auditor"):
            script = script.replace(f"\\password {role}\n", f"alter role {role} password '{self.password}';\n")
        made = self.path("pg1", "database.sql")
        with open(made, "w", encoding="utf-8") as file:
            file.write(script)
        os.chmod(made, 0o644)
        self.sql("pg1", file=made)

    def backup(self):
        self.backrest(wait("a primary", 60, self.primary), "backup", "--type=full")

    # ---- brokers, agencies, haproxy

    def start_brokers(self):
        users = self.path("broker-users.properties")
        with open(users, "w", encoding="ascii") as file:
            file.write(f"gateway={self.password},gateway\npair={self.password},pair\n")
        os.chmod(users, 0o600)
        policies = {"broker-1": "<primary><check-for-active-server>true</check-for-active-server></primary>",
                    "broker-2": "<backup><allow-failback>true</allow-failback><restart-backup>true</restart-backup></backup>"}
        for name, policy in policies.items():
            other = "broker-2" if name == "broker-1" else "broker-1"
            configuration = os.path.join(self.make(name), "broker.xml")
            fill("broker.xml", configuration, {"name": name, "folder": self.path(name), "port": self.ports[name], "other": self.ports[other], "policy": policy,
                                               "password": self.password})
            self.add(Part(name, self.java("demo", "broker", f"--broker.configuration={configuration}", f"--broker.users={users}",
                                          "--broker.properties=" + os.path.join(ROOT, "src/docs/broker.properties"),
                                          "--logging.level.org.apache.activemq.artemis.core.server=INFO", jvm=["-Xmx256m", "-XX:+UseSerialGC"]),
                          self.path(name, "broker.log"), lambda name=name: listens(self.ports[name]) or self.copies(name))).start()
        wait("a copy of the broker", 120, lambda: self.copies("broker-2"), self.parts["broker-2"].alive)

    def copies(self, name):
        """Whether a broker has said, since it was last the active one, that it has a copy of the other."""
        with open(self.path(name, "broker.log"), encoding="utf-8", errors="replace") as file:
            return "AMQ221024" in file.read()

    def active(self):
        return next((name for name in ("broker-1", "broker-2") if listens(self.ports[name])), None)

    def start_mocks(self):
        tls = [f"--vahid.mocks.tls-ports.{agency}={self.ports['tls-' + agency]}" for agency in self.mock_settings()["mocks"]["tls-ports"]]
        self.add(Part("mocks", self.java("demo", "mocks", f"--vahid.mocks.http-port={self.ports['mocks']}", f"--vahid.mocks.sftp-port={self.ports['sftp']}", *tls,
                                         f"--vahid.data={self.make('mocks')}", f"--vahid.mocks.keys={self.make('mocks', 'keys')}",
                                         f"--vahid.mocks.population={self.options.population}", jvm=["-Xmx512m"]),
                      self.path("mocks.log"), lambda: answers(f"http://127.0.0.1:{self.ports['mocks']}/issuer/keys"))).launch()

    def start_haproxy(self):
        """The balancer that is delivered, before these gateways, and beside it the address of whichever node of PostgreSQL is the primary."""
        gateways = "".join(f"    server {name} 127.0.0.1:{self.ports[name]}" + (f" port {self.ports[name + '-operators']}" if self.options.ready_port == "operators" else "") + "\n"
                           for name in self.gateways)
        with open(os.path.join(ROOT, "src/packages/haproxy/haproxy.cfg"), encoding="utf-8") as file:
            delivered, found = re.subn(r"(?m)(^    server gateway-.*\n)+", gateways, file.read(), count=1)
        if found != 1:
            raise Failed("src/packages/haproxy/haproxy.cfg has not its gateways in one place")
        balancer = self.path("balancer.cfg")
        with open(balancer, "w", encoding="utf-8") as file:
            file.write(delivered)
        nodes = "\n".join(f"  server {node} 127.0.0.1:{self.ports[node + '-sql']} maxconn 110 check port {self.ports[node + '-rest']}" for node in ("pg1", "pg2"))
        database = self.path("database.cfg")
        fill("database.cfg", database, {"folder": self.folder, "database": self.ports["database"], "nodes": nodes})
        self.add(Part("haproxy", ["haproxy", "-db", "-f", balancer, "-f", database], self.path("haproxy.log"), lambda: listens(self.ports["front"]), patience=20,
                      env={"BIND": f"127.0.0.1:{self.ports['front']}", "PROBE_PATH": self.options.ready, "STATISTICS": f"127.0.0.1:{self.ports['statistics']}"})).start()
        wait("the primary behind haproxy", 30, lambda: self.balanced()["database"].get(self.primary()) == "UP")

    def balanced(self):
        """What haproxy thinks of each server: by backend and name UP or DOWN."""
        with socket.socket(socket.AF_UNIX) as runtime:
            runtime.settimeout(3)
            runtime.connect(self.path("haproxy.sock"))
            runtime.sendall(b"show stat\n")
            text = b"".join(iter(lambda: runtime.recv(65536), b"")).decode()
        states = {"gateways": {}, "database": {}}
        for line in text.splitlines():
            fields = line.split(",")
            if len(fields) > 17 and fields[0] in states and fields[1] not in ("FRONTEND", "BACKEND"):
                states[fields[0]][fields[1]] = fields[17].split(" ")[0]
        return states

    # ---- gateways

    def write_shared(self):
        """What all gateways are told alike: who may ask, who subscribes, which partners there are."""
        officials = {f"official-{number}": {"office": "north"} for number in range(OFFICIALS)}
        requesters = {
            "desk": {"services": ["*"], "specialFacts": ["*"], "evidence": True, "grants": ["bulk"], "officials": officials},
            "spread": {"services": ["*"], "specialFacts": ["*"], "officials": officials},
            "registry": {"grants": ["publish:az.dost.address-change.v1"]},
            "treasury": {"grants": ["send:payroll"]},
            "bank": {"grants": ["send:payments"]},
            "reader": {"specialFacts": []},
            "operations": {"grants": ["operate"], "officials": {"o.perator": {}}}}
        for name, more in requesters.items():
            self.write(["shared", "requesters", name + ".yaml"], {"id": name, "name": "Cluster", "tokenSha256": hashlib.sha256(self.tokens[name].encode()).hexdigest(), **more})
        self.write(["shared", "partners", "treasury.yaml"], {"id": "treasury", "legalBasis": "Test", "folder": "treasury", "takes": {"payments": ["bank"]}})
        self.write(["shared", "partners", "bank.yaml"], {"id": "bank", "legalBasis": "Test", "folder": "bank", "takes": {"payroll": ["treasury"]}})
        for made in ("subscriptions", "exchange", "events", "partner-files", "blobs"):
            self.make("shared", made)
        self.make("mount", "anchors")

    def write(self, names, content):
        self.make(*names[:-1])
        with open(self.path(*names), "w", encoding="utf-8") as file:
            json.dump(content, file, indent=1)

    def settings(self, name, keys):
        mocks = self.mock_settings()
        ports = self.ports
        return {
            "server.address": "127.0.0.1", "server.port": ports[name], "vahid.management.port": ports[f"{name}-operators"],
            "spring.datasource.url": f"jdbc:postgresql://127.0.0.1:{ports['database']}/vahid?connectTimeout=5&socketTimeout=60&tcpKeepAlive=true",
            "spring.datasource.username": "vahid", "spring.datasource.password": self.password, "spring.datasource.hikari.maximum-pool-size": 16,
            "spring.datasource.hikari.connection-timeout": 10000,
            "spring.artemis.broker-url": f"(tcp://127.0.0.1:{ports['broker-1']},tcp://127.0.0.1:{ports['broker-2']})?ha=true&reconnectAttempts=100&retryInterval=300&connectionTTL=10000",
            "spring.artemis.user": "gateway", "spring.artemis.password": self.password,
            "vahid.database.standbys": 1, "vahid.member.name": name, "vahid.blobs": self.path("shared", "blobs"),
            "vahid.data": self.make(name, "data"), "vahid.keys": keys,
            "vahid.requesters": "file:" + self.path("shared", "requesters"), "vahid.record.anchors": self.path("mount", "anchors"),
            "vahid.record.root-every-ms": 5000, "vahid.record.time-stamps.every-ms": 15000,
            "vahid.record.time-stamps.authority": f"http://localhost:{ports['mocks']}/time-stamps",
            "vahid.tokens.issuer": f"http://localhost:{ports['mocks']}/issuer", "vahid.tokens.keys": f"http://localhost:{ports['mocks']}/issuer/keys",
            "vahid.exchange.services": "file:" + self.path("shared", "exchange"), "vahid.events.subscriptions": "file:" + self.path("shared", "subscriptions"),
            "vahid.events.folders": self.path("shared", "events"), "vahid.events.private-webhooks": "localhost",
            "vahid.transfers.partners": "file:" + self.path("shared", "partners"), "vahid.transfers.folders": self.path("shared", "partner-files"),
            "vahid.transfers.every-ms": 1000, "vahid.mocks.http-port": ports["mocks"], "vahid.mocks.sftp-port": ports["sftp"], "vahid.mocks.drops": self.path("mocks", "drops"),
            **{f"vahid.mocks.tls-ports.{agency}": ports["tls-" + agency] for agency in mocks["mocks"]["tls-ports"]},
            **{f"vahid.endpoints.{agency}": address for agency, address in mocks["endpoints"].items()},
            **{f"vahid.secrets.{secret}": value for secret, value in mocks["secrets"].items()},
            **{key: value.replace("${cluster}", self.folder) for key, value in (each.split("=", 1) for each in self.options.setting)}}

    def gateway(self, name, keys, more=(), jar=None):
        """A gateway with settings as in service, in a file of its own; it has a copy of the keys, as on a machine of its own."""
        self.write([name, "gateway.yaml"], self.settings(name, keys))
        os.chmod(self.path(name, "gateway.yaml"), 0o600)
        health = f"http://127.0.0.1:{self.ports[name + '-operators' if self.options.ready_port == 'operators' else name]}{self.options.ready}"
        program = ["-jar", jar] if jar else self.program("gateway")
        command = [self.options.java, *JVM, *program, f"--spring.config.additional-location=file:{self.path(name, 'gateway.yaml')}", *more]
        return Part(name, command, self.path(name, "gateway.log"),
                    lambda: answers(health) and (name not in self.gateways or self.balanced()["gateways"].get(name) == "UP"),
                    env={"VAHID_KEYS_PASSWORD": KEYS_PASSWORD}, cwd=self.path(name))

    def start_gateways(self):
        keys = self.path("mocks", "keys")
        wait("keys of the mock agencies", 180, lambda: self.parts["mocks"].ready() and os.path.exists(os.path.join(keys, "sftp_known_hosts")), self.parts["mocks"].alive)
        for partner in ("treasury", "bank"):
            subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30", "-subj", f"/CN={partner}",
                            "-keyout", os.path.join(self.make("mocks", "keys", "partners"), partner + ".key"), "-out", os.path.join(keys, "agencies", partner + ".pem")],
                           check=True, capture_output=True, timeout=30)
        for name in self.gateways:
            self.make(name)
            keys = self.path(name, "keys")
            shutil.copytree(self.path("mocks", "keys"), keys, ignore=shutil.ignore_patterns("mocks", "partners"))
            self.add(self.gateway(name, keys))
        # The first one makes the tables; that several do at once is tried by their restarts.
        self.parts[self.gateways[0]].start()
        for name in self.gateways[1:]:
            self.parts[name].launch()
        for name in self.gateways[1:]:
            self.parts[name].await_ready()

    # ---- all of it

    def start(self):
        for program in ("etcd", "patroni", "haproxy", "pgbackrest"):
            if not shutil.which(program):
                raise Failed(f"{program} is not installed (apt-get install patroni python3-etcd etcd-server etcd-client postgresql haproxy pgbackrest)")
        self.write_shared()
        self.start_mocks()
        self.start_etcd()
        self.start_database()
        self.start_haproxy()
        self.start_brokers()
        self.start_gateways()

    def described(self):
        return {"ready": True, "folder": self.folder, "gateways": f"http://127.0.0.1:{self.ports['front']}",
                "members": {name: f"http://127.0.0.1:{self.ports[name]}" for name in self.gateways}, "mocks": f"http://localhost:{self.ports['mocks']}",
                "database": f"jdbc:postgresql://127.0.0.1:{self.ports['database']}/vahid?user=vahid&password={self.password}", "anchors": self.path("mount", "anchors"),
                "keys": self.path("mocks", "keys"), "shared": self.path("shared"), "tokens": self.tokens, "population": self.options.population}

    def end(self):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
        gateways = [part for name, part in self.parts.items() if name.startswith(("gateway", "stranger", "former"))]
        servers = [self.parts[name] for name in ("haproxy", "mocks", "broker-2", "broker-1", "pg2", "pg1", "etcd") if name in self.parts]
        for part in gateways:
            part.signal(signal.SIGCONT)
            part.signal(signal.SIGTERM)
        for part in gateways + servers:
            part.stop(40)
        if not self.options.keep and not self.options.folder:
            shutil.rmtree(self.folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", help="all state goes below it and stays there; without it below a new one that is taken away at the end")
    parser.add_argument("--keep", action="store_true", help="leave the new folder where it is")
    parser.add_argument("--gateways", type=int, default=3, help="how many (3)")
    parser.add_argument("--population", type=int, default=5000, help="citizens of the mock agencies (5000)")
    parser.add_argument("--jar", default=os.path.join(ROOT, "target/vahid.jar"))
    parser.add_argument("--demo", default=os.path.join(ROOT, "target/vahid-demo.jar"), help="has the mock agencies and the broker")
    parser.add_argument("--class-path", help="classes in place of both jars")
    parser.add_argument("--java", default=os.path.join(os.environ["JAVA_HOME"], "bin/java") if os.environ.get("JAVA_HOME") else "java")
    parser.add_argument("--ready", default=readiness(), help="address by which haproxy asks whether a gateway is ready")
    parser.add_argument("--ready-port", choices=("front", "operators"), default="front", help="at which of a gateway's ports it does")
    parser.add_argument("--setting", action="append", default=[], metavar="NAME=VALUE", help="a further setting of all gateways; ${cluster} in it is the folder")
    options = parser.parse_args()
    cluster = None
    code = 1
    for ending in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ending, lambda *_: sys.exit(1))
    try:
        cluster = Cluster(options)
        began = time.monotonic()
        cluster.start()
        print(json.dumps({**cluster.described(), "seconds": round(time.monotonic() - began)}), flush=True)
        Commands(cluster).run(sys.stdin)
        code = 0
    except Failed as failure:
        print(json.dumps({"ready": False, "error": str(failure), "folder": cluster.folder if cluster else None}), flush=True)
        if cluster:
            options.keep = True
    except KeyboardInterrupt:
        code = 0
    finally:
        if cluster:
            cluster.end()
    sys.exit(code)


if __name__ == "__main__":
    main()
