package az.dost.vahid.kit.check;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Nearest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The call that the descriptor describes is one that the agency's contract knows. */
final class CallCheck implements FolderCheck {
    private static final Pattern FIRST_ELEMENT = Pattern.compile("<(?:[A-Za-z_][\\w.-]*:)?([A-Za-z_][\\w.-]*)");

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        Connector connector = folder.connector();
        if (connector == null || connector.call() == null || connector.protocol() == null) {
            return;
        }
        Optional<Path> contract = folder.files().stream().filter(file -> file.getFileName().toString()
                .matches(connector.call().soap() ? "contract\\.wsdl" : "contract\\..*(yaml|yml|json)")).findFirst();
        if (contract.isEmpty() || contract.get().toFile().length() > ContractCheck.MAX_BYTES) {
            return;
        }
        String text = folder.text(contract.get());
        if (connector.call().soap() && XmlText.mistake(text, "").isEmpty()) {
            soap(folder, connector, new XmlContract(text), remarks);
        } else if (connector.protocol() == Connector.Protocol.REST || connector.protocol() == Connector.Protocol.X_ROAD) {
            YamlContract.read(text, "", new Remarks()).ifPresent(api -> rest(folder, connector, api, remarks));
        }
    }

    private static void soap(CheckedFolder folder, Connector connector, XmlContract wsdl, Remarks remarks) {
        String action = connector.call().soapAction() == null ? "" : connector.call().soapAction();
        if (!wsdl.soapActions().isEmpty() && !wsdl.soapActions().contains(action)) {
            remarks.error(folder.descriptor().suggesting("the WSDL has no operation with this SOAP action",
                    Nearest.of(action, wsdl.soapActions()), "call", "soapAction"));
        }
        if (folder.has(connector.call().request()) && !wsdl.elements().isEmpty()) {
            String request = folder.text(folder.path().resolve(connector.call().request()));
            Matcher element = FIRST_ELEMENT.matcher(request);
            if (element.find() && !wsdl.elements().contains(element.group(1))) {
                TextPlace place = TextPlace.of(request, element.start());
                remarks.error(new Finding(folder.name(connector.call().request()), place.line(), place.column(),
                        "the WSDL defines no element " + element.group(1), Nearest.of(element.group(1), wsdl.elements())));
            }
        }
    }

    private static void rest(CheckedFolder folder, Connector connector, YamlContract api, Remarks remarks) {
        String path = connector.call().path();
        if (path == null || api.paths().isEmpty()) {
            return;
        }
        Optional<String> known = api.paths().stream().filter(path::equals).findFirst().or(() -> api.paths().stream().filter(one -> fits(path, one)).findFirst());
        if (known.isEmpty()) {
            remarks.error(folder.descriptor().suggesting("the contract has no path " + path, Nearest.of(path, api.paths()), "call", "path"));
        } else if (connector.call().method() != null && !api.takes(known.get(), connector.call().method())) {
            remarks.error(folder.descriptor().at("the contract has no " + connector.call().method() + " at " + path, "call", "path"));
        }
    }

    /** Where the contract's path has a parameter, anything may stand. */
    private static boolean fits(String path, String known) {
        return path.matches(Arrays.stream(known.split("\\{[^{}/]*}", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")));
    }
}
