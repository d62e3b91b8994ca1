package az.dost.vahid.kit.draft;

import az.dost.vahid.kit.draft.field.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a contract, or a sample, says about one call or one row.
 *
 * @param protocol soap, x-road, rest or file
 * @param call members of the descriptor's {@code call} or {@code drop}, in order
 * @param form how request, reply or row are written: {@code soap}, {@code xml}, {@code json} or {@code csv}
 * @param request parameters and their values where the question stands in an address; null for a file drop
 * @param reply the reply's content, or the row
 * @param contract the files that are to be written into the folder, by their names there
 * @param notes what a person has to know, a line each
 * @param headers what stands in {@code soap:Header} beside what the gateway writes by itself
 * @param constants what {@code call} has as it stands and a person has to find right
 */
record AgencyContract(
        String protocol,
        Map<String, Object> call,
        String form,
        Field request,
        Field reply,
        Map<String, byte[]> contract,
        List<String> notes,
        List<Field> headers,
        List<Guess> constants) {
    /** Of a question without a header of its own, and without constants in its address. */
    AgencyContract(
            String protocol,
            Map<String, Object> call,
            String form,
            Field request,
            Field reply,
            Map<String, byte[]> contract,
            List<String> notes) {
        this(protocol, call, form, request, reply, contract, notes, List.of(), List.of());
    }

    /** With one note more. */
    AgencyContract with(String note) {
        List<String> more = Stream.concat(notes.stream(), Stream.of(note)).toList();
        return new AgencyContract(protocol, call, form, request, reply, contract, more, headers, constants);
    }

    /** Names of the reply's elements whose text refers to a part beside the envelope. */
    List<?> swaRefs() {
        return call.get("attachments") instanceof Map<?, ?> attachments
                        && attachments.get("swaRefs") instanceof List<?> names
                ? names
                : List.of();
    }
}
