package az.dost.vahid;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(name = "mocks", mixinStandardHelpOptions = true, description = "Start the mock agencies alone; further arguments are settings.")
final class MocksCommand implements Callable<Integer> {
    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        return Start.mocks(settings);
    }
}
