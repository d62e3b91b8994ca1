package az.dost.vahid.check.form;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a contract says of a connector's request, and of its replies or rows. */
public final class ContractForms {
    private final Path contract;
    private HeldForm request;
    private HeldForm header;
    private final List<HeldForm> replies = new ArrayList<>();
    private final List<ContractTrouble> troubles = new ArrayList<>();

    ContractForms(Path contract) {
        this.contract = contract;
    }

    /** The contract's main file. */
    public Path contract() {
        return contract;
    }

    /** Null where the contract says nothing of it. */
    public HeldForm request() {
        return request;
    }

    /** Of a SOAP request's header; null where the contract says nothing of it. */
    public HeldForm header() {
        return header;
    }

    /** Of which a reply, or a row, must fit one; empty where the contract says nothing of them. */
    public List<HeldForm> replies() {
        return replies;
    }

    /** What keeps documents from being held to all of the contract. */
    public List<ContractTrouble> troubles() {
        return troubles;
    }

    /** What does not fit by any form of a reply; by the form that fits best. */
    public List<FormMisfit> misfits(String reply) {
        List<FormMisfit> fewest = null;
        for (HeldForm form : replies) {
            List<FormMisfit> misfits = form.misfits(reply);
            fewest = fewest == null || misfits.size() < fewest.size() ? misfits : fewest;
        }
        return fewest == null ? List.of() : fewest;
    }

    void request(HeldForm form) {
        request = form;
    }

    void header(HeldForm form) {
        header = form;
    }

    void reply(HeldForm form) {
        replies.add(form);
    }

    void trouble(int line, String message) {
        troubles.add(new ContractTrouble(contract, line, message));
    }

    void trouble(ContractTrouble trouble) {
        troubles.add(trouble);
    }
}
