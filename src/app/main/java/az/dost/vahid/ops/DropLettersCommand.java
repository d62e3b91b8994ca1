package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;

@Command(
        name = "drop",
        mixinStandardHelpOptions = true,
        description = "Drop many dead letters: they are never delivered.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops dead-letters drop --subscription old-portal --because \"Nobody wants them any more\"",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all are settled, or it has begun",
            "1:some could not be settled, or the gateway refused, or does not answer",
            "2:wrong arguments"
        })
final class DropLettersCommand extends SettlingCommand {
    @Override
    void order(ObjectNode order) {
        order.put("act", "DROP");
    }
}
