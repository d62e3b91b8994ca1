package az.dost.vahid.pages.login;

/** As the contract of the desk lists them; one of a newer gateway is none here. */
public enum VisitorRole {
    CLERK,
    HOT_LINE,
    CENTRE_MANAGER,
    OPERATOR,
    OPERATOR_READ,
    AUDITOR,
    AUDITOR_READ,
    ANALYST,
    DATA_STEWARD,
    INTEGRATOR,
    CITIZEN
}
