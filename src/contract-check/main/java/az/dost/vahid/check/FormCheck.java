package az.dost.vahid.check;

import az.dost.vahid.check.form.AgencyForms;
import az.dost.vahid.check.form.ContractForms;
import az.dost.vahid.check.form.ContractTrouble;
import az.dost.vahid.check.form.FilledRequest;
import az.dost.vahid.check.form.FormMisfit;
import az.dost.vahid.check.form.HeldForm;
import az.dost.vahid.check.rehearse.PlayedParts;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.Finding;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** The request that is sent, and every sample of a reply or row, are what the agency's own contract allows. */
final class FormCheck implements FolderCheck {
    private static final long SECONDS = 20;
    private static final String NO_HEADER = "<Header xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"/>";

    @Override
    public void check(CheckedFolder folder, Remarks remarks) {
        // A contract that is not whole would say no to everything.
        if (folder.connector() == null || remarks.hasErrorsIn(folder.name("contract."))) {
            return;
        }
        Remarks own = new Remarks();
        try {
            BoundedRun.of("contract", SECONDS, () -> {
                hold(folder, own);
                return own;
            });
            remarks.addAll(own);
        } catch (TimeoutException e) {
            remarks.error(
                    folder.name(folder.path()),
                    0,
                    0,
                    "request and samples cannot be held to the contract within " + SECONDS
                            + " seconds: a pattern in it may have no end");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException unreadable) {
                throw unreadable;
            }
            remarks.error(
                    folder.name(folder.path()),
                    0,
                    0,
                    "request and samples cannot be held to the contract: "
                            + e.getCause().getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void hold(CheckedFolder folder, Remarks remarks) {
        String file = request(folder);
        String text = file == null ? null : folder.text(folder.path().resolve(file));
        // The placeholders of a GraphQL query stand in another file.
        boolean filled =
                folder.connector().call() != null && folder.connector().call().graphql() == null;
        String request = text == null || !filled ? text : FilledRequest.of(text);
        Optional<ContractForms> forms =
                AgencyForms.of(folder.files(), folder.descriptor().content(), request);
        if (forms.isEmpty()) {
            return;
        }
        if (request != null && forms.get().request() != null) {
            request(folder, file, request, forms.get().request(), forms.get(), remarks);
        }
        String header = folder.descriptor().content().at("/call/header").asText();
        if (forms.get().header() != null && folder.has(header)) {
            request(
                    folder,
                    header,
                    FilledRequest.of(folder.text(folder.path().resolve(header))),
                    forms.get().header(),
                    forms.get(),
                    remarks);
        } else if (forms.get().header() != null) {
            forms.get()
                    .header()
                    .misfits(NO_HEADER)
                    .forEach(misfit ->
                            remarks.warn(folder.descriptor().at("no header is sent: " + misfit.message(), "call")));
        }
        for (Sample sample : folder.samples()) {
            if (!sample.bad() && !forms.get().replies().isEmpty()) {
                sample.inputs().forEach(input -> reply(folder, input, sample.parts(), forms.get(), remarks));
            }
        }
        // Some show only when a document comes to them.
        for (ContractTrouble trouble : forms.get().troubles()) {
            remarks.warn(folder.name(trouble.file()), trouble.line(), trouble.message());
        }
    }

    /** Null where there is none. */
    private static String request(CheckedFolder folder) {
        Connector.Call call = folder.connector().call();
        return call == null || !folder.has(call.request()) ? null : call.request();
    }

    private static void request(
            CheckedFolder folder, String file, String request, HeldForm form, ContractForms forms, Remarks remarks) {
        JsonPlaces places = new JsonPlaces(request);
        for (FormMisfit misfit : form.misfits(request)) {
            // What is filled in is no longer than the line, but its columns are others.
            told(
                    misfit,
                    new Finding(
                            folder.name(file),
                            misfit.at() == null
                                    ? misfit.line()
                                    : places.of(misfit.at()).line(),
                            0,
                            said(forms, misfit),
                            null),
                    remarks);
        }
    }

    /** @param parts beside a reply's envelope, which the contract describes as if they stood in it */
    private static void reply(
            CheckedFolder folder, Path input, Map<String, byte[]> parts, ContractForms forms, Remarks remarks) {
        String text = parts.isEmpty() ? folder.text(input) : new PlayedParts(parts).whole(folder.text(input));
        List<FormMisfit> misfits = forms.misfits(text);
        JsonPlaces places = misfits.isEmpty() ? null : new JsonPlaces(text);
        for (FormMisfit misfit : misfits) {
            TextPlace place =
                    misfit.at() == null ? new TextPlace(misfit.line(), misfit.column()) : places.of(misfit.at());
            told(
                    misfit,
                    new Finding(folder.name(input), place.line(), place.column(), said(forms, misfit), null),
                    remarks);
        }
    }

    private static void told(FormMisfit misfit, Finding finding, Remarks remarks) {
        if (misfit.value() != null && misfit.value().contains(FilledRequest.FIN)) {
            // Registers of other countries have other numbers.
            remarks.warn(new Finding(
                    finding.file(),
                    finding.line(),
                    finding.column(),
                    "a FIN is not what the contract has here. " + finding.message(),
                    null));
        } else if (misfit.doubtful()) {
            remarks.warn(finding);
        } else {
            remarks.error(finding);
        }
    }

    private static String said(ContractForms forms, FormMisfit misfit) {
        return "not as " + forms.contract().getFileName() + " says: " + misfit.message();
    }
}
