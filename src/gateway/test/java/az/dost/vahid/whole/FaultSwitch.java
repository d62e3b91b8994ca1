package az.dost.vahid.whole;

import az.dost.vahid.mock.kit.Fault;

/** Sets the mock agencies' faults over their control endpoint; closing clears them all. */
public final class FaultSwitch implements AutoCloseable {
    private final Control control;

    /** @param port of the mocks */
    public FaultSwitch(int port) {
        control = new Control(port, "faults");
    }

    public FaultSwitch set(String agency, Fault fault) {
        control.put(agency + "/" + fault, "");
        return this;
    }

    @Override
    public void close() {
        control.delete();
    }
}
