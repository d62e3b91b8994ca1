package az.dost.vahid.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnDatabaseTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example:5432/vahid?sslmode=verify-full",
                "jdbc:postgresql://db.example/vahid?user=vahid&sslmode=verify-full&sslrootcert=/etc/ca.pem",
                "jdbc:postgresql://db1.example,db2.example:5433/vahid?targetServerType=primary&sslmode=verify-full",
                "jdbc:postgresql://db.example/vahid?ssl=true",
                "jdbc:postgresql://db.example/vahid?sslmode=disable&sslmode=verify-full",
                "jdbc:postgresql://db.example/vahid?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
                "jdbc:postgresql://localhost:1/vahid",
                "jdbc:postgresql://127.0.0.1:5432/vahid?user=vahid",
                "jdbc:postgresql://[::1]:5432/vahid",
                "jdbc:postgresql://localhost,127.0.0.2/vahid?sslmode=disable"
            })
    void a_server_that_is_verified_or_on_this_machine_is_beyond_doubt(String url) {
        assertThat(OwnDatabase.doubt(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example:5432/vahid",
                "jdbc:postgresql://db.example/vahid?sslmode=disable",
                "jdbc:postgresql://db.example/vahid?sslmode=allow",
                "jdbc:postgresql://db.example/vahid?sslmode=prefer",
                "jdbc:postgresql://db.example/vahid?sslmode=require",
                "jdbc:postgresql://db.example/vahid?sslmode=verify-ca",
                "jdbc:postgresql://db.example/vahid?sslmode=verify_everything",
                "jdbc:postgresql://db.example/vahid?ssl=true&sslmode=require",
                "jdbc:postgresql://db.example/vahid?sslmode=verify-full&sslmode=disable",
                "jdbc:postgresql://db.example/vahid?application_name=sslmode=verify-full",
                "jdbc:postgresql://db.example/sslmode=verify-full",
                "jdbc:postgresql://localhost,db.example/vahid",
                "jdbc:postgresql://localhost.example/vahid",
                "jdbc:postgresql://127.evil.example/vahid",
                "jdbc:postgresql://10.0.0.7:5432/vahid"
            })
    void one_that_another_could_stand_in_for_is_doubted(String url) {
        assertThat(OwnDatabase.doubt(url))
                .startsWith("does not say sslmode=verify-full")
                .doesNotContain("example");
    }

    @ParameterizedTest
    @CsvSource({
        "sslfactory=org.postgresql.ssl.NonValidatingFactory, sslfactory",
        "sslhostnameverifier=az.example.Anybody, sslhostnameverifier"
    })
    void a_class_that_looks_at_the_certificate_instead_of_the_driver_is_doubted(String parameter, String told) {
        assertThat(OwnDatabase.doubt("jdbc:postgresql://db.example/vahid?sslmode=verify-full&" + parameter))
                .startsWith("names an " + told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db.example:port/vahid", "jdbc:h2:mem:x", "db.example"})
    void what_the_driver_cannot_read_is_doubted(String url) {
        assertThat(OwnDatabase.doubt(url)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a network of this machine's own, true",
        "'Şəbəkə qapalıdır', true",
        "true, false",
        "yes, false",
        "-, false",
        "'', false"
    })
    void a_reason_is_in_words(String text, boolean reason) {
        assertThat(OwnDatabase.reason(text)).isEqualTo(reason);
    }

    @Test
    void the_example_is_one() {
        assertThat(OwnDatabase.doubt(OwnDatabase.example("vahid"))).isEmpty();
    }
}
