"""What a test or a person can do to a cluster that runs: one command a line, one line of JSON for each."""
import base64
import datetime
import json
import os
import secrets
import shlex
import shutil
import subprocess
import sys

from parts import Failed, as_user, former_jar, http, wait


class Commands:
    """
    help                      this list
    status                    each process, what haproxy thinks of the gateways, which database is the primary and which broker is active
    kill PART                 SIGKILL; of a database node Patroni and PostgreSQL
    stop PART                 SIGTERM, and waits for its end
    start PART                starts it again, and waits until it is ready
    launch PART               starts it again, and does not wait
    roll PART                 stop, then start
    freeze PART, thaw PART    SIGSTOP, SIGCONT
    kill-postgres NODE        PostgreSQL alone; its Patroni decides what becomes of it
    settled                   waits until there is a primary, a synchronous standby, a broker and every gateway that should be there
    away anchors, back anchors   the folder of anchors is not mounted, and is again
    member FILE [NAME=VALUE]  starts a gateway more, whose keys are those of the others but for FILE (record.key, person.key, gateway.p12, or none), with these
                              settings; tells how it ended
    rotate KEY STEP [GATEWAY] a step of 'vahid keys rotate' at the first gateway or the one that is named
    spread                    brings the folder of keys of the first gateway to the others, as rsync -a does; what was there and is not here stays
    former                    starts a gateway more, the oldest that the tables allow (its jar is made once); 'stop former' ends it
    now                       the database's clock
    backup                    a full backup
    restore TIME              stops the databases and restores them to that time (ISO 8601, with zone), or to so many seconds ago; gateways should be stopped
    restored TEXT             says in the record that the database was restored, and why
    verify                    checks the record with its anchors
    end                       ends all of it
    """

    def __init__(self, cluster):
        self.cluster = cluster

    def run(self, lines):
        if sys.stdin.isatty():
            print(Commands.__doc__, flush=True)
        for line in lines:
            words = shlex.split(line, comments=True)
            if not words:
                continue
            if words[0] in ("end", "quit", "exit"):
                return
            print(json.dumps(self.answer(words)), flush=True)

    def answer(self, words):
        try:
            command = getattr(self, "do_" + words[0].replace("-", "_"), None)
            if command is None:
                raise Failed(f"There is no command '{words[0]}'; 'help' names them")
            result = command(*words[1:])
            return {"ok": True, **(result if isinstance(result, dict) else {} if result is None else {"result": result})}
        except (Failed, OSError, subprocess.SubprocessError, TypeError, ValueError, KeyError) as fault:
            return {"ok": False, "error": str(fault) or type(fault).__name__}

    def part(self, name):
        if name not in self.cluster.parts:
            raise Failed(f"There is no part '{name}': {', '.join(self.cluster.parts)}")
        return self.cluster.parts[name]

    def do_help(self):
        return Commands.__doc__

    def do_status(self):
        cluster = self.cluster
        return {"parts": {name: {"pid": part.process.pid if part.process else None, "runs": part.alive(), "exit": part.process.poll() if part.process else None,
                                 "log": part.log} for name, part in cluster.parts.items()},
                "balanced": cluster.balanced(), "primary": cluster.primary(), "standby": cluster.has_standby(), "broker": cluster.active()}

    def do_kill(self, name):
        self.part(name).kill()

    def do_stop(self, name):
        return {"byItself": self.part(name).stop()}

    def do_start(self, name):
        self.part(name).start()

    def do_launch(self, name):
        self.part(name).launch()

    def do_roll(self, name):
        stopped = self.do_stop(name)
        self.do_start(name)
        return stopped

    def do_freeze(self, name):
        self.part(name).freeze()

    def do_thaw(self, name):
        self.part(name).thaw()

    def do_kill_postgres(self, name):
        self.part(name).kill_postmaster()

    def do_settled(self):
        cluster = self.cluster
        wait("a primary", 120, cluster.primary)
        wait("a synchronous standby", 180, cluster.has_standby)
        wait("an active broker", 120, cluster.active)
        wait("the primary behind haproxy", 60, lambda: cluster.balanced()["database"].get(cluster.primary()) == "UP")
        running = [name for name in cluster.gateways if cluster.parts[name].alive()]
        wait("all gateways that run", 180, lambda: all(cluster.balanced()["gateways"].get(name) == "UP" for name in running))
        return {"primary": cluster.primary(), "broker": cluster.active(), "gateways": running}

    def do_away(self, what):
        self.mount(what, "mount", "mount.away")

    def do_back(self, what):
        self.mount(what, "mount.away", "mount")

    def mount(self, what, before, after):
        if what != "anchors":
            raise Failed("Only anchors can be taken away")
        os.rename(self.cluster.path(before), self.cluster.path(after))

    def do_former(self):
        """A gateway of the version before, which stays when it is let in."""
        cluster = self.cluster
        name = "former"
        if name in cluster.parts:
            cluster.parts[name].stop()
        cluster.ports.update({name: cluster.ports["stranger"], name + "-operators": cluster.ports["stranger-operators"]})
        keys = cluster.path(name, "keys")
        shutil.rmtree(cluster.path(name), ignore_errors=True)
        cluster.make(name)
        shutil.copytree(cluster.path(cluster.gateways[0], "keys"), keys)
        member = cluster.add(cluster.gateway(name, keys, jar=former_jar()))
        member.launch()
        try:
            member.await_ready()
            joined = True
        except Failed:
            joined = False
        return {"joined": joined, "at": f"http://127.0.0.1:{cluster.ports[name]}", "exit": member.process.poll(),
                "said": [line for line in member.tail(200) if line.startswith("Vahid cannot start")] or member.tail()}

    def do_rotate(self, key, step, gateway=None):
        return self.run_gateway_command("keys", "rotate", key, step, "--keys", self.cluster.path(gateway or self.cluster.gateways[0], "keys"))

    def do_spread(self):
        first, *others = [self.cluster.path(name, "keys") for name in self.cluster.gateways]
        for folder in others:
            shutil.copytree(first, folder, dirs_exist_ok=True)

    def do_member(self, changed, *settings):
        """A member that should not be let in: how it ended, and what it said."""
        cluster = self.cluster
        name = "stranger"
        shutil.rmtree(cluster.path(name), ignore_errors=True)
        keys = cluster.path(name, "keys")
        cluster.make(name)
        shutil.copytree(cluster.path(cluster.gateways[0], "keys"), keys)
        if changed == "gateway.p12":
            made = cluster.make(name, "others")
            subprocess.run(cluster.java("gateway", "keys", "new", "--keys", made, "--name", "O=Stranger,C=AZ"), check=True, capture_output=True, timeout=60,
                           env={**os.environ, "VAHID_KEYS_PASSWORD": "changeit"})
            shutil.copy2(os.path.join(made, changed), os.path.join(keys, changed))
        elif changed in ("record.key", "person.key"):
            with open(os.path.join(keys, changed), "w", encoding="ascii") as file:
                file.write(base64.b64encode(secrets.token_bytes(32)).decode() + "\n")
        elif changed != "none":
            raise Failed("Name record.key, person.key, gateway.p12, or none")
        member = cluster.add(cluster.gateway(name, keys, more=[f"--{setting}" for setting in settings]))
        try:
            member.launch()
            try:
                member.await_ready()
                joined = True
            except Failed:
                joined = False
            ended = member.process.poll()
        finally:
            member.stop()
            del cluster.parts[name]
        return {"joined": joined, "exit": ended, "said": [line for line in member.tail(200) if line.startswith("Vahid cannot start")] or member.tail(60)}

    def do_now(self):
        return self.cluster.sql(wait("a primary", 60, self.cluster.primary), "select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")

    def do_backup(self):
        self.cluster.backup()

    def do_restore(self, when):
        """Point-in-time restore onto the first node; the second gets a copy of it."""
        cluster = self.cluster
        target = datetime.datetime.fromisoformat(self.do_now().replace("Z", "+00:00")) - datetime.timedelta(seconds=float(when)) if when.replace(".", "").isdigit() \
            else datetime.datetime.fromisoformat(when.replace("Z", "+00:00"))
        primary = wait("a primary", 60, cluster.primary)
        # What follows the target proves to PostgreSQL that it has come as far.
        cluster.sql(primary, "select pg_switch_wal()")
        for node in ("pg2", "pg1") if primary == "pg1" else ("pg1", "pg2"):
            cluster.parts[node].stop()
        subprocess.run(["etcdctl", f"--endpoints=http://127.0.0.1:{cluster.ports['etcd']}", "del", "--prefix", "/dost/vahid/"], check=True, capture_output=True,
                       timeout=30, env={**os.environ, "ETCDCTL_API": "3"})
        cluster.backrest("pg1", "--delta", "--type=time", f"--target={target.astimezone(datetime.timezone.utc).strftime('%Y-%m-%d %H:%M:%S.%f+00')}",
                         "--target-action=promote", "restore")
        self.recover()
        cluster.parts["pg1"].start()
        wait("a primary", 90, cluster.primary)
        # It answers 503 until it has written its configuration.
        wait("its configuration", 60,
             lambda: http(f"http://127.0.0.1:{cluster.ports['pg1-rest']}/config", "PATCH", json.dumps({"synchronous_mode": True}).encode()))
        shutil.rmtree(cluster.parts["pg2"].data, ignore_errors=True)
        cluster.parts["pg2"].start()
        wait("a synchronous standby", 120, cluster.has_standby)
        wait("the primary behind haproxy", 60, lambda: cluster.balanced()["database"].get(cluster.primary()) == "UP")
        cluster.backup()
        return {"target": target.isoformat()}

    def recover(self):
        """PostgreSQL alone reads its WAL up to the target, so that Patroni finds a server that has been stopped in order."""
        cluster, node = self.cluster, self.cluster.parts["pg1"]
        control = [os.path.join(cluster.bin, "pg_ctl"), "-D", node.data, "-w", "-t", "120"]
        port = cluster.ports["pg1-sql"]
        log = open(cluster.path("pg1", "recovery.log"), "ab")
        with log:
            started = subprocess.run([*control, "start", "-o", f"-c port={port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={node.folder}"
                                      f" -c archive_mode=off -c cluster_name=vahid -c synchronous_standby_names=''"],
                                     stdout=log, stderr=log, stdin=subprocess.DEVNULL, cwd=node.folder, timeout=150, **as_user(cluster.user))
        if started.returncode != 0:
            raise Failed(f"The restored database does not start: see {cluster.path('pg1', 'recovery.log')}")
        wait("end of the recovery", 120, lambda: cluster.sql("pg1", "select pg_is_in_recovery()") == "f")
        cluster.as_database([*control, "stop", "-m", "fast"])
        # What named the target would stop a standby there for ever.
        settings = os.path.join(node.data, "postgresql.auto.conf")
        with open(settings, encoding="utf-8") as file:
            kept = [line for line in file if not line.startswith(("recovery_target", "restore_command"))]
        with open(settings, "w", encoding="utf-8") as file:
            file.writelines(kept)

    def run_gateway_command(self, *arguments, seconds=300):
        cluster = self.cluster
        done = subprocess.run(cluster.java("gateway", *arguments), capture_output=True, text=True, timeout=seconds, stdin=subprocess.DEVNULL, cwd=cluster.path(cluster.gateways[0]),
                              env={**os.environ, "VAHID_KEYS_PASSWORD": "changeit"})
        return {"exit": done.returncode, "said": (done.stdout + done.stderr).strip().splitlines()}

    def do_restored(self, *because):
        settings = self.cluster.path(self.cluster.gateways[0], "gateway.yaml")
        return self.run_gateway_command("record", "restored", "--by", "o.perator", "--because", " ".join(because), f"--spring.config.additional-location=file:{settings}")

    def do_verify(self):
        cluster = self.cluster
        keys = cluster.path(cluster.gateways[0], "keys")
        return self.run_gateway_command("verify", "record", "--database", cluster.described()["database"], "--certificate", os.path.join(keys, "gateway-dossier.pem"),
                                        "--time-stamps", os.path.join(keys, "time-stamps.pem"), "--master-key", os.path.join(keys, "record.key"),
                                        "--anchors", cluster.path("mount", "anchors"), seconds=600)
