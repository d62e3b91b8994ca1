package az.dost.vahid.ops;

import az.dost.vahid.command.QuietCommand;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command that asks a gateway, and shows what it says to people or to machines. */
abstract class AskingCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Mixin
    private GatewayOptions gateway;

    @Option(names = "--json", description = "Print the answer as JSON, as the contract describes it.")
    private boolean json;

    /** @throws RefusedException see {@link GatewayClient} */
    abstract JsonNode ask(GatewayClient client);

    /** For people. */
    abstract void show(JsonNode answer, PrintWriter out);

    /** The exit code after an answer. */
    int exit(JsonNode answer) {
        return 0;
    }

    CommandSpec spec() {
        return spec;
    }

    boolean json() {
        return json;
    }

    @Override
    public int run() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            JsonNode answer = ask(gateway.client(spec));
            if (json) {
                out.println(answer.toPrettyString());
            } else {
                show(answer, out);
            }
            out.flush();
            return exit(answer);
        } catch (RefusedException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 1;
        }
    }
}
