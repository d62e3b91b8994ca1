package az.dost.vahid.app;

import az.dost.vahid.pages.Pages;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** The desk and the console, in a process without a gateway. */
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description =
                "Start the pages for people: the desk, the console and the others, which ask the gateway of vahid.pages.gateway. Further arguments are settings.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:ended by a signal",
            "1:they could not be started; the report says why",
            "2:wrong arguments",
            "75:something is not there yet: another start may succeed",
            "78:something is set wrongly: another start would say the same"
        },
        footerHeading = "%nExamples:%n",
        footer =
                "  vahid pages --vahid.pages.address=https://desk.example --vahid.pages.gateway=https://gateway.example")
final class PagesCommand implements Callable<Integer> {
    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        return Start.run(Pages.application(List.of()), settings);
    }
}
