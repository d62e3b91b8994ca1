package az.dost.vahid.kit.service;

import az.dost.vahid.check.service.BuiltInServices;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.definition.Reading;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.passport.list.ListedService;
import az.dost.vahid.passport.list.ServiceList;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Check the passports and the catalogue against schemas, connectors and each other; list every error at once.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no errors", "1:errors", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {"  vahid service check", "  vahid service check --catalogue catalogue.yaml --json"})
final class ServiceCheckCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Mixin
    private CatalogueOption catalogue;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Override
    public int run() throws IOException {
        ServiceReport report = new ServiceReport(spec.commandLine().getOut(), json);
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        PassportCatalogue passports;
        try {
            passports = BuiltInServices.passports();
        } catch (DefinitionException e) {
            return report.print(e.findings(), figures, "The passports have errors");
        }
        Reading<ServiceList> reading =
                BuiltInServices.reader(passports, Wordbook.builtIn()).read(catalogue.resource(spec), catalogue.name());
        if (reading.content() == null) {
            return report.print(reading.findings(), figures, reading.findings().size() + " errors");
        }
        List<ListedService> services = reading.content().services();
        long published = services.stream().filter(ListedService::published).count();
        figures.put("services", services.size())
                .put("passports", passports.all().size())
                .put("published", published)
                .put("newestNumber", reading.content().newestNumber());
        return report.print(
                List.of(),
                figures,
                "%d services, %d of them with a passport; %d verified or named of %d that have been published"
                        .formatted(
                                services.size(),
                                passports.all().size(),
                                published,
                                reading.content().newestNumber()));
    }
}
