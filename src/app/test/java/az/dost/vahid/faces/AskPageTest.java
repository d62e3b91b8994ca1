package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.process.ChildProcess;
import az.dost.vahid.whole.RunningVahid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;

/**
 * Does what {@code src/docs/ask.md} says to a running gateway, with tools that are not ours; only addresses and folders
 * are others.
 */
class AskPageTest {
    /** Waits for what the page's pauses wait for, on a slow machine too. */
    private static final String SLEEP =
            """
            sleep() {
              for i in $(seq 120); do
                command sleep 1
                if [ "$1" = 60 ]; then
                  curl -s localhost:8080/v1/dossiers/$ID -H 'Authorization: Bearer demo-dost-centre-1' -H 'Accept: application/vnd.etsi.asic-e+zip' -o probe
                  if unzip -p probe receipt.json 2> /dev/null | grep -q '"stamp"'; then return; fi
                elif curl -s localhost:8080/v1/bulk/$B -H 'Authorization: Bearer demo-dost-centre-1' | grep -q COMPLETED; then return; fi
              done
              return 1
            }""".replace("localhost:8080", Gateway.address("").getAuthority());

    @TempDir
    private Path folder;

    @Test
    void every_block_of_the_page_does_what_it_says() throws IOException, InterruptedException {
        Stream.of("curl", "jq", "jose", "xmlsec1", "openssl", "unzip", "xmllint", "xxd", "python3")
                .forEach(tool -> new OutsideTool(tool, folder));
        RunningVahid vahid = RunningVahid.get();
        String mocks = "localhost:" + vahid.bean(Environment.class).getRequiredProperty("vahid.mocks.http-port");
        List<String> outputs = new Page(Path.of("src/docs/ask.md"), folder)
                .with("localhost:9100", mocks)
                .with(
                        "localhost:61616",
                        "localhost:" + vahid.bean(Environment.class).getRequiredProperty("vahid.mocks.broker.port"))
                .with("\"$ARTEMIS\"", "\"" + ChildProcess.classPath() + "\"")
                .with("data/keys", vahid.data().resolve("keys").toString())
                .with(
                        "src/docs/proof.py",
                        Path.of("src/docs/proof.py").toAbsolutePath().toString())
                .function(SLEEP)
                .outputs();
        assertThat(outputs).hasSize(11);
        assertThat(outputs.get(3)).as("by token").contains("\"completeness\":\"COMPLETE\"");
        assertThat(outputs.get(4)).as("by an official's token").contains("\"completeness\":\"COMPLETE\"");
        assertThat(outputs.get(7)).as("xmlsec1").startsWith("OK");
        assertThat(outputs.get(8))
                .contains(
                        "The file holds:",
                        "form: XAdES-BASELINE-LTA",
                        "was not revoked when it signed",
                        "A time-stamp authority saw the signature",
                        "A time-stamp authority saw it",
                        "Verified OK",
                        "The dossier is the one that the entry is of",
                        "displaced-persons: row ")
                .contains("dossier.json is what was signed", "receipt.json is what was signed", "evidence/tax/");
        assertThat(outputs.get(9)).contains("The file holds:", "for ccu-intake", "\"state\":\"RECEIVED\"");
        assertThat(outputs.get(10)).contains("\"FIN_INVALID\"", "The CMS signature covers the whole file and holds.");
    }
}
