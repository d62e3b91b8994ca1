package az.dost.vahid.check;

import az.dost.vahid.check.api.Api;
import az.dost.vahid.check.api.ApiException;
import az.dost.vahid.check.api.ApiOperation;
import az.dost.vahid.check.api.ApiParameter;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.Nearest;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A call's query and headers are those that the agency's contract has; where a FIN stands in the address, the contract
 * knows one with TLS.
 */
final class AddressCheck implements FolderCheck {
    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        Connector connector = folder.connector();
        boolean rest = connector != null
                && (connector.protocol() == Connector.Protocol.REST
                        || connector.protocol() == Connector.Protocol.X_ROAD);
        Optional<Path> contract =
                rest && connector.call() != null && connector.call().path() != null
                        ? CallCheck.contract(folder, connector)
                        : Optional.empty();
        if (contract.isEmpty()) {
            return;
        }
        try {
            Api api = Api.read(folder.files(), contract.get());
            if (connector.call().finInAddress() != null && api.plainOnly()) {
                remarks.error(
                        folder.name(contract.get()),
                        0,
                        0,
                        "names addresses of plain http only, and the FIN stands in the address of each call: have the agency name one with TLS");
            }
            operation(api, connector.call()).ifPresent(operation -> parameters(folder, connector, operation, remarks));
        } catch (ApiException e) {
            // Another check tells what is wrong with the contract, or it is a JSON Schema.
        }
    }

    private static Optional<ApiOperation> operation(Api api, Connector.Call call) {
        List<ApiOperation> same = api.operations().stream()
                .filter(one -> one.method().equals(call.method()))
                .toList();
        return same.stream()
                .filter(one -> one.path().equals(call.path()))
                .findFirst()
                .or(() -> same.stream().filter(one -> one.fits(call.path())).findFirst());
    }

    private static void parameters(CheckedFolder folder, Connector connector, ApiOperation operation, Remarks remarks) {
        Connector.Call call = connector.call();
        Map<String, Object> query = call.query() == null ? Map.of() : call.query();
        Set<String> known = new TreeSet<>(operation.parameters().stream()
                .filter(one -> one.in().equals("query"))
                .map(ApiParameter::name)
                .toList());
        query.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> remarks.error(folder.descriptor()
                        .suggesting(
                                "the contract has no parameter " + name + " in the query of " + operation.name(),
                                Nearest.of(name, known),
                                "call",
                                "query",
                                name)));
        missing(operation, "query", query.keySet())
                .forEach(parameter -> remarks.error(folder.descriptor()
                        .at(
                                "the contract wants the parameter " + parameter.name() + " in the query",
                                "call",
                                query.isEmpty() ? "path" : "query")));
        Set<String> sent = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sent.addAll(Stream.of(connector.auth() == null ? null : connector.auth().header(), call.finHeader())
                .filter(Objects::nonNull)
                .toList());
        sent.addAll(call.headers() == null ? Set.of() : call.headers().keySet());
        for (ApiParameter header : missing(operation, "header", sent)) {
            if (header.key()) {
                remarks.warn(folder.descriptor()
                        .at("the contract wants the header " + header.name() + ": is it that of an api-key?", "auth"));
            } else {
                remarks.error(folder.descriptor()
                        .at(
                                "the contract wants the header " + header.name(),
                                "call",
                                call.headers() == null ? "path" : "headers"));
            }
        }
    }

    private static List<ApiParameter> missing(ApiOperation operation, String in, Collection<String> sent) {
        return operation.parameters().stream()
                .filter(one -> one.in().equals(in) && one.required() && !one.ownHeader() && !sent.contains(one.name()))
                .toList();
    }
}
