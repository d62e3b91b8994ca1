package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

@Command(
        name = "diagnostics",
        mixinStandardHelpOptions = true,
        description =
                "Have a file for support made: overview, settings without secrets, metrics and threads. It has no personal data. That it was made is in the audit chain.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops diagnostics --to vahid-diagnostics.zip",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written",
            "1:the gateway refused, or does not answer",
            "2:wrong arguments, or the file is there already"
        })
final class DiagnosticsCommand extends AskingCommand {
    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "Where to write it; what is there stays.")
    private Path file;

    @Override
    JsonNode ask(GatewayClient client) {
        if (Files.exists(file)) {
            throw new ParameterException(spec().commandLine(), "There is a file already: " + file);
        }
        byte[] zip = client.act(GatewayClient.BASE + "/diagnostics", null).body();
        try {
            Files.write(file, zip, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new ParameterException(spec().commandLine(), "The file cannot be written: " + file);
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("file", file.toString())
                .put("bytes", zip.length);
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        out.println(answer.path("file").asText() + ": " + answer.path("bytes").asLong() + " bytes");
    }
}
