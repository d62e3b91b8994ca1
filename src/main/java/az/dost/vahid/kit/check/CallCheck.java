package az.dost.vahid.kit.check;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.kit.form.ApiCall;
import az.dost.vahid.kit.form.CallMisfit;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The call that the descriptor describes is one that the agency's contract knows. */
final class CallCheck implements FolderCheck {
    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        Connector connector = folder.connector();
        if (connector == null || connector.call() == null || connector.protocol() == null) {
            return;
        }
        Optional<Path> contract = folder.files().stream().filter(file -> file.getFileName().toString()
                .matches(connector.protocol() == Connector.Protocol.SOAP ? "contract\\.wsdl" : "contract\\..*(yaml|yml|json)")).findFirst();
        if (contract.isEmpty() || contract.get().toFile().length() > ContractCheck.MAX_BYTES) {
            return;
        }
        String text = folder.text(contract.get());
        if (connector.protocol() == Connector.Protocol.SOAP && XmlText.mistake(text, "").isEmpty()) {
            soap(folder, connector, new XmlContract(text), remarks);
        } else if (connector.protocol() == Connector.Protocol.REST || connector.protocol() == Connector.Protocol.X_ROAD) {
            YamlContract.read(text, "", new Remarks()).ifPresent(api -> rest(folder, connector, api, remarks));
            for (CallMisfit misfit : ApiCall.misfits(text, folder.descriptor().content())) {
                Finding finding = folder.descriptor().at(misfit.message(), misfit.at().toArray());
                if (misfit.certain()) {
                    remarks.error(finding);
                } else {
                    remarks.warn(finding);
                }
            }
        }
    }

    private static void soap(CheckedFolder folder, Connector connector, XmlContract wsdl, Remarks remarks) {
        String action = connector.call().soapAction() == null ? "" : connector.call().soapAction();
        if (!wsdl.soapActions().isEmpty() && !wsdl.soapActions().contains(action)) {
            remarks.error(folder.descriptor().suggesting("the WSDL has no operation with this SOAP action",
                    Nearest.of(action, wsdl.soapActions()), "call", "soapAction"));
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
