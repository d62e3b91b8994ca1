package az.dost.vahid.kit.draft;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a contract, or a sample, says about one call or one row.
 *
 * @param protocol soap, rest or file
 * @param call     members of the descriptor's {@code call} or {@code drop}, in order
 * @param form     how request, reply or row are written: {@code soap}, {@code xml}, {@code json} or {@code csv}
 * @param request  parameters and their values where the question stands in an address; null for a file drop
 * @param reply    the reply's content, or the row
 * @param notes    what a person should read beside the endpoint
 * @param contract names of the files that are to be copied into the folder, with where they come from
 */
record AgencyContract(String protocol, Map<String, Object> call, String form, Field request, Field reply, Map<String, Path> contract,
        List<String> notes) {
}
