package az.dost.vahid.demo;

import az.dost.vahid.app.Start;
import az.dost.vahid.mock.MocksAlone;
import az.dost.vahid.mock.StartMocks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
        name = "mocks",
        mixinStandardHelpOptions = true,
        description = "Start the mock agencies alone; further arguments are settings.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:never",
            "1:they could not be started",
            "2:wrong arguments",
            "130:interrupted by Ctrl-C",
            "143:ended by a signal"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  java -jar vahid-demo.jar mocks"})
final class MocksCommand implements Callable<Integer> {
    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        SpringApplication application = new SpringApplication(MocksAlone.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setKeepAlive(true);
        application.addInitializers(new StartMocks());
        return Start.run(Demonstration.defaulted(application), settings);
    }
}
