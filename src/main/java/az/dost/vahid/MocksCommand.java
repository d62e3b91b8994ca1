package az.dost.vahid;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(name = "mocks", mixinStandardHelpOptions = true, description = "Start the mock agencies alone; further arguments are settings.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:ended by a signal", "1:they could not be started", "2:wrong arguments"})
final class MocksCommand implements Callable<Integer> {
    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        return Start.mocks(settings);
    }
}
