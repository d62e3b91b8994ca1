package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Deliver many dead letters again, one after the other.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops dead-letters replay --reason EXHAUSTED --because \"The partner is back\"",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all are settled, or it has begun",
            "1:some could not be settled, or the gateway refused, or does not answer",
            "2:wrong arguments"
        })
final class ReplayLettersCommand extends SettlingCommand {
    /** Of a subscription. */
    enum Version {
        first,
        newest
    }

    @Option(
            names = "--version-of",
            defaultValue = "newest",
            description = "Which version of the subscription: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Version version;

    @Override
    void order(ObjectNode order) {
        order.put("act", "REPLAY").put("version", version.name());
    }
}
