package az.dost.vahid.check;

import az.dost.vahid.check.api.Api;
import az.dost.vahid.check.api.ApiException;
import az.dost.vahid.check.api.ApiOperation;
import az.dost.vahid.check.form.ApiCall;
import az.dost.vahid.check.form.CallMisfit;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.folder.OthersFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The call that the descriptor describes is one that the agency's contract knows. */
final class CallCheck implements FolderCheck {
    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        Connector connector = folder.connector();
        if (connector == null || connector.call() == null || connector.protocol() == null) {
            return;
        }
        Optional<Path> contract = contract(folder, connector);
        if (contract.isEmpty() || folder.files().isLonger(contract.get(), ContractCheck.MAX_BYTES)) {
            return;
        }
        if (connector.call().soap()) {
            String text = folder.text(contract.get());
            if (XmlText.mistake(text, "").isEmpty()) {
                soap(folder, connector, new XmlContract(text), remarks);
            }
        } else if (connector.protocol() == Connector.Protocol.REST
                || connector.protocol() == Connector.Protocol.X_ROAD) {
            rest(folder, connector, contract.get(), remarks);
            for (CallMisfit misfit : ApiCall.misfits(
                    folder.files(), contract.get(), folder.descriptor().content())) {
                Finding finding =
                        folder.descriptor().at(misfit.message(), misfit.at().toArray());
                if (misfit.certain()) {
                    remarks.error(finding);
                } else {
                    remarks.warn(finding);
                }
            }
        }
    }

    /** The agency's own words about calls. */
    static Optional<Path> contract(CheckedFolder folder, Connector connector) {
        return folder.own().stream()
                .filter(file -> file.getFileName()
                        .toString()
                        .matches(connector.call().soap() ? "contract\\.wsdl" : "contract\\..*(yaml|yml|json)"))
                .findFirst();
    }

    private static void soap(CheckedFolder folder, Connector connector, XmlContract wsdl, Remarks remarks) {
        String action =
                connector.call().soapAction() == null ? "" : connector.call().soapAction();
        if (!wsdl.soapActions().isEmpty() && !wsdl.soapActions().contains(action)) {
            remarks.error(folder.descriptor()
                    .suggesting(
                            "the WSDL has no operation with this SOAP action",
                            Nearest.of(action, wsdl.soapActions()),
                            "call",
                            "soapAction"));
        }
    }

    private static void rest(CheckedFolder folder, Connector connector, Path contract, Remarks remarks) {
        String path = connector.call().path();
        List<ApiOperation> operations = operations(folder.files(), contract);
        if (path == null || operations.isEmpty()) {
            return;
        }
        List<ApiOperation> there =
                operations.stream().filter(one -> one.fits(path)).toList();
        if (there.isEmpty()) {
            remarks.error(folder.descriptor()
                    .suggesting(
                            "the contract has no path " + path,
                            Nearest.of(
                                    path,
                                    operations.stream()
                                            .map(ApiOperation::path)
                                            .distinct()
                                            .toList()),
                            "call",
                            "path"));
        } else if (connector.call().method() != null
                && there.stream()
                        .noneMatch(one -> one.method().equals(connector.call().method()))) {
            remarks.error(folder.descriptor()
                    .at("the contract has no " + connector.call().method() + " at " + path, "call", "path"));
        }
    }

    /** None of a JSON Schema, and of what another check tells. */
    private static List<ApiOperation> operations(OthersFiles files, Path contract) {
        try {
            return Api.read(files, contract).operations();
        } catch (ApiException e) {
            return List.of();
        }
    }
}
