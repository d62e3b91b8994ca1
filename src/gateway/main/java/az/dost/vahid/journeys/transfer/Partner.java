package az.dost.vahid.journeys.transfer;

import java.util.Map;
import java.util.Set;

/**
 * A partner with which files are exchanged, as {@code partner.schema.json} has it.
 *
 * @param id of a requester
 * @param folder below {@code vahid.transfers.folders}; null where files go over SFTP
 * @param sftp address of the folder on the partner's server, without its scheme; null where there is none
 * @param takes by file type, the partners from which it takes files of it
 */
record Partner(String id, String legalBasis, String folder, String sftp, Map<String, Set<String>> takes) {
    boolean takes(String type, String sender) {
        return takes.getOrDefault(type, Set.of()).contains(sender);
    }
}
