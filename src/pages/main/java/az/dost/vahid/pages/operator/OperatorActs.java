package az.dost.vahid.pages.operator;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.login.Visitors;
import az.dost.vahid.pages.web.NotThere;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Who may change something: for whoever may only look, no act is there. The gateway holds that too. */
final class OperatorActs {
    static final Set<VisitorRole> LOOKS = Set.of(VisitorRole.OPERATOR, VisitorRole.OPERATOR_READ);
    static final Set<VisitorRole> CHANGES = Set.of(VisitorRole.OPERATOR);
    /** Header that makes an act one, however often it is sent. */
    static final String KEY = "Idempotency-Key";

    private final Visitors visitors;

    OperatorActs(Visitors visitors) {
        this.visitors = visitors;
    }

    boolean may(HttpServletRequest request) {
        return visitors.of(request).hasOneOf(CHANGES);
    }

    /** @throws NotThere when he may not */
    void must(HttpServletRequest request) {
        if (!may(request)) {
            throw new NotThere();
        }
    }
}
