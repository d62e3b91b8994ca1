package az.dost.vahid.demo;

import az.dost.vahid.app.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
        name = "broker",
        mixinStandardHelpOptions = true,
        description =
                "Start an Artemis broker alone, to try out a cluster; in service Apache Artemis itself is the broker. Settings: --broker.configuration=<broker.xml>,"
                        + " --broker.users=<file of user=password,role> and --broker.properties=<file>.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ended by a signal", "1:it could not be started", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  java -jar vahid-demo.jar broker",
            "  java -jar vahid-demo.jar broker --broker.configuration=broker.xml"
        })
final class BrokerCommand implements Callable<Integer> {
    @Unmatched
    private List<String> settings = new ArrayList<>();

    @Override
    public Integer call() {
        SpringApplication application = new SpringApplication(BrokerAlone.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setKeepAlive(true);
        return Start.run(application, settings);
    }
}
