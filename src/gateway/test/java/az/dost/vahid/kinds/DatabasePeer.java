package az.dost.vahid.kinds;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.process.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;

/** A PostgreSQL server with TLS, and in it what the example's {@code contract.sql} says. */
final class DatabasePeer implements Peer {
    private static final String PASSWORD = "only-for-this-test";
    private final Example example;
    private final EmbeddedPostgres server;
    private final Path pinned;
    private final byte[] own;
    private final byte[] stranger;

    DatabasePeer(Example example) throws IOException, GeneralSecurityException, SQLException {
        this.example = example;
        DemoKeys keys = new DemoKeys(example.keys(), new Faults());
        Credential credential = keys.agency(example.id(), "RSA");
        keys.agency("stranger", "RSA");
        pinned = example.keys().resolve("agencies").resolve(example.id() + ".pem");
        own = Files.readAllBytes(pinned);
        stranger = Files.readAllBytes(pinned.resolveSibling("stranger.pem"));
        Path key = example.keys().resolve("server.key");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                key,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(credential.key().getEncoded()) + "\n-----END PRIVATE KEY-----\n");
        Path certificate = Files.write(example.keys().resolve("server.pem"), own);
        Path data = example.keys().resolve("postgresql");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data.toFile())
                .setServerConfig("fsync", "off")
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_key_file", key.toString())
                .setServerConfig("ssl_cert_file", certificate.toString())
                .start();
        // The server trusts everyone who connects from this machine.
        Files.writeString(
                data.resolve("pg_hba.conf"),
                "host all postgres 127.0.0.1/32 trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n");
        run("select pg_reload_conf()");
        run(Files.readString(example.folder().resolve("contract.sql")).replace("set by the agency", PASSWORD));
    }

    void run(String sql) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    int count(String query) throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    @Override
    public Map<String, String> behave(Conduct conduct) throws Exception {
        Files.write(pinned, conduct == Conduct.IS_A_STRANGER ? stranger : own);
        view("'' || maker");
        run("truncate boat");
        if (conduct != Conduct.KNOWS_NOBODY) {
            boat(
                    conduct == Conduct.MEANS_ANOTHER_CITIZEN ? OTHER_FIN : FIN,
                    "AZ-0417",
                    "'Xəzər', 'Qu 5', 2011, '03.09.2018'");
            boat(
                    FIN,
                    "AZ-1620",
                    conduct == Conduct.MUMBLES
                            ? "'Yamaha', null, null, 'yesterday'"
                            : "'Yamaha', null, null, '01.02.2020'");
        }
        if (conduct == Conduct.SLEEPS) {
            view("maker || pg_sleep(20)");
        } else if (conduct == Conduct.FAILS) {
            view("maker || 1 / (built - built)");
        } else if (conduct == Conduct.TALKS_WITHOUT_END) {
            view("repeat(maker, 100000)");
        }
        return Map.of(
                "vahid.endpoints." + example.id(),
                "jdbc:postgresql://localhost:" + (conduct == Conduct.IS_AWAY ? FreePort.next() : server.getPort())
                        + "/postgres",
                "vahid.secrets." + example.id() + ".password",
                conduct == Conduct.REFUSES ? "guessed" : PASSWORD);
    }

    private void boat(String fin, String hull, String rest) throws SQLException {
        run("insert into boat values ('" + hull + "', '" + fin + "', '" + FIN + "', " + rest + ")");
    }

    private void view(String maker) throws SQLException {
        run(
                "create or replace view boat_owner as select owner_fin as fin, owner_former_fin as former_fin, hull_number, "
                        + maker + " as maker, model, built, registered from boat");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
