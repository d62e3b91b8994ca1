package az.dost.vahid.edge.start;

import az.dost.vahid.database.OwnDatabase;
import az.dost.vahid.edge.broker.BrokerAddress;
import az.dost.vahid.folder.OwnFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a gateway needs for itself: a database, a broker, its keys and those whom it serves. */
final class OwnSettings {
    private static final Pattern DATABASE = Pattern.compile("jdbc:postgresql://\\S+");
    private static final String EMBEDDED = "embedded";
    private static final String BROKER = "spring.artemis.broker-url";
    /** Spring Boot's, for those who give a pool or the migrations an address of their own. */
    private static final List<String> ADDRESSES =
            List.of("spring.datasource.url", "spring.datasource.hikari.jdbc-url", "spring.flyway.url");

    static void check(SettingsReader settings, boolean servers) {
        settings.mention("vahid.data", "The folder for everything that is kept on disk", "/var/lib/vahid");
        if (!(servers && settings.value("spring.datasource.url").equals(EMBEDDED))) {
            database(settings);
        }
        broker(settings, servers);
        settings.need(
                "vahid.blobs",
                "Where gateways keep files for each other: a folder that all of them share, or s3://access-key@host/bucket/folder",
                "/mnt/vahid/blobs");
        if (settings.value("vahid.blobs").startsWith("s3")) {
            settings.need("vahid.secrets.blobs.s3", "The secret of the access key in vahid.blobs", "a-secret");
        }
        keys(settings);
        anchors(settings);
        requesters(settings);
        officials(settings, servers);
        if (!servers) {
            open(settings);
        }
    }

    private static void database(SettingsReader settings) {
        String url = settings.value("spring.datasource.url");
        String scheme = url.matches("[a-z:]{1,30}//.*") ? url.substring(0, url.indexOf("//")) : "";
        settings.need(
                "spring.datasource.url",
                value -> DATABASE.matcher(value).matches(),
                "an address jdbc:postgresql://host:port/database"
                        + (scheme.isEmpty() || scheme.equals("jdbc:postgresql:") ? "" : ": it begins with " + scheme),
                "The PostgreSQL that keeps the record",
                OwnDatabase.example("vahid"));
        verified(settings);
        if (!url.matches(".*[?&]user=.+")) {
            // Else the driver tries the name of whoever started the process.
            settings.need("spring.datasource.username", "The database's user", "vahid");
        }
        settings.mention("spring.datasource.password", "Its password", "${VAHID_DB_PASSWORD}");
    }

    /** With another server in its place somebody else would keep the record, and read it. */
    private static void verified(SettingsReader settings) {
        for (String name : ADDRESSES) {
            verified(settings, "database", name, OwnDatabase::doubt, OwnDatabase.example("vahid"));
        }
    }

    /** @param kind of the server, whose setting {@code unverified} may say why it need not be verified */
    private static void verified(
            SettingsReader settings, String kind, String name, UnaryOperator<String> doubts, String example) {
        String unverified = "vahid." + kind + ".unverified";
        String reason = settings.value(unverified);
        if (OwnDatabase.reason(reason)) {
            return;
        }
        if (!reason.isEmpty() && !settings.told(unverified)) {
            settings.add(new MissingSetting(
                    unverified,
                    "is no reason in words",
                    "Why a " + kind + " beyond this machine is not verified; blank where it is",
                    "a line of our own in one cabinet"));
        }
        String doubt = settings.value(name).isEmpty() || settings.told(name) ? "" : doubts.apply(settings.value(name));
        if (!doubt.isEmpty()) {
            settings.add(
                    new MissingSetting(name, doubt, "Where that is meant to be, " + unverified + " says why", example));
        }
    }

    private static void broker(SettingsReader settings, boolean servers) {
        if (settings.value("spring.artemis.mode").equalsIgnoreCase(EMBEDDED)) {
            if (!servers) {
                settings.add(new MissingSetting(
                        "spring.artemis.mode",
                        "is embedded, and only the demonstration has a broker of its own",
                        "How the broker is reached",
                        "native"));
            }
            return;
        }
        settings.need(
                BROKER,
                BrokerAddress::readable,
                "an address tcp://host:port, or several (tcp://host:port,tcp://host:port)?ha=true",
                "The Artemis broker of lookups by message and of events",
                BrokerAddress.example("broker.example"));
        verified(settings, "broker", BROKER, BrokerAddress::doubt, BrokerAddress.example("broker.example"));
        settings.mention("spring.artemis.user", "The gateway's user at the broker", "vahid");
        settings.mention("spring.artemis.password", "Its password", "${VAHID_BROKER_PASSWORD}");
    }

    private static void keys(SettingsReader settings) {
        Path keys = settings.path("vahid.keys");
        if (settings.value("vahid.keys-token").isEmpty()) {
            if (keys == null) {
                settings.need(
                        "vahid.keys",
                        "The folder of the gateway's keys and the agencies' certificates",
                        "/etc/vahid/keys");
            } else {
                settings.needFile(
                        "vahid.keys",
                        keys.resolve("agencies"),
                        "The folder of the agencies' certificates, <id>.pem each",
                        "/etc/vahid/keys");
                settings.needFile(
                        "vahid.keys",
                        keys.resolve("gateway.p12"),
                        "The store of the gateway's own keys (the command 'keys new' makes one)",
                        "/etc/vahid/keys");
            }
        } else {
            settings.needFile(
                    "vahid.keys-token",
                    Path.of(settings.value("vahid.keys-token")),
                    "The configuration of SunPKCS11 for keys in a token",
                    "/etc/vahid/token.cfg");
        }
        settings.need(
                "vahid.keys-password", "The password of gateway.p12, or the token's PIN", "${VAHID_KEYS_PASSWORD}");
        if (!settings.value("vahid.person-key").equals("store")) {
            file(
                    settings,
                    "vahid.person-key",
                    "The key by which persons are known: 32 bytes, base64 (openssl rand -base64 32), or the word store",
                    "/etc/vahid/keys/person.key");
        }
        file(
                settings,
                "vahid.record.master-key",
                "The key that encrypts the record's keys: 32 bytes, base64 (openssl rand -base64 32)",
                "/etc/vahid/keys/record.key");
        file(
                settings,
                "vahid.protected-persons",
                "The list of persons whom nobody looks up without an approval; 'persons: []' when there are none",
                "file:/etc/vahid/keys/protected-persons.yaml");
        if (!settings.value("vahid.record.time-stamps.authority").isEmpty()) {
            file(
                    settings,
                    "vahid.record.time-stamps.certificate",
                    "The certificate of the time-stamp authority, PEM",
                    "/etc/vahid/keys/time-stamps.pem");
        }
        if (!settings.value("vahid.authorities.lists").isEmpty()) {
            file(
                    settings,
                    "vahid.authorities.certificates",
                    "The certificates of the authorities that sign the lists in vahid.authorities.lists, PEM",
                    "/etc/vahid/keys/authorities.pem");
        }
    }

    private static void anchors(SettingsReader settings) {
        settings.need(
                "vahid.record.anchors",
                "Where signed roots of the record are kept outside the database: a folder, s3://access-key@host/bucket/folder,"
                        + " or the word none",
                "/mnt/anchors/vahid");
        if (settings.value("vahid.record.anchors").matches("s3([+]http)?:.*")) {
            settings.need(
                    "vahid.secrets.anchors.s3",
                    "The secret of the access key in vahid.record.anchors",
                    "${ANCHORS_S3}");
        }
    }

    private static void requesters(SettingsReader settings) {
        if (!settings.value("vahid.requesters").startsWith("classpath:")) {
            file(
                    settings,
                    "vahid.requesters",
                    "The folder of the requesters' files: who may ask, and for what",
                    "file:/etc/vahid/requesters");
            anybody(settings);
        }
        if (!settings.value("vahid.tokens.issuer").isEmpty()) {
            settings.need(
                    "vahid.tokens.keys",
                    value -> value.matches("https?://\\S+"),
                    "an address",
                    "Where the issuer of access tokens shows its keys (JWK set)",
                    "https://login.example/keys");
        }
    }

    /** Where nobody may ask, everybody gets 401. */
    private static void anybody(SettingsReader settings) {
        Path folder = settings.path("vahid.requesters");
        if (folder != null && Files.isReadable(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.noneMatch(file -> file.toString().endsWith(".yaml"))) {
                    settings.add(MissingSetting.wrong(
                            "vahid.requesters",
                            "leads to " + folder + ", which has no file of a requester (*.yaml)",
                            ""));
                }
            } catch (IOException | UncheckedIOException e) {
                settings.add(MissingSetting.wrong(
                        "vahid.requesters", "leads to " + folder + ", which is no folder that can be read", ""));
            }
        }
    }

    /** Keys that others may read, or may change, are nobody's keys. */
    private static void open(SettingsReader settings) {
        Path keys = settings.path("vahid.keys");
        Map<Path, String> secrets = new LinkedHashMap<>();
        if (keys != null) {
            Stream.of("gateway.p12", "sftp_identity").forEach(name -> secrets.put(keys.resolve(name), "vahid.keys"));
        }
        for (String name : List.of("vahid.person-key", "vahid.record.master-key", "vahid.keys-token")) {
            Path file = settings.path(name);
            if (file != null) {
                secrets.put(file, name);
            }
        }
        secrets.forEach((file, name) -> {
            if (OwnFiles.open(file)) {
                settings.add(new MissingSetting(
                        name,
                        "leads to " + file + ", which others than its owner may read or change",
                        "Keys are their owner's alone: chmod 600 " + file,
                        file.toString()));
            }
        });
    }

    private static void officials(SettingsReader settings, boolean servers) {
        if (!servers && !settings.value("vahid.officials.believed").equalsIgnoreCase("false")) {
            settings.add(new MissingSetting(
                    "vahid.officials.believed",
                    "is not false, and only the demonstration believes systems whom they name",
                    "Officials are listed in the requesters' files, or proven by tokens of their own",
                    "false"));
        }
    }

    private static void file(SettingsReader settings, String name, String meaning, String example) {
        Path file = settings.path(name);
        if (file == null) {
            settings.need(name, meaning, example);
        } else {
            settings.needFile(name, file, meaning, example);
        }
    }

    private OwnSettings() {}
}
