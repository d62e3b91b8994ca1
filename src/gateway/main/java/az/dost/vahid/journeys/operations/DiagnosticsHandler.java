package az.dost.vahid.journeys.operations;

import az.dost.vahid.edge.access.Operator;
import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.Exchange;

/** Gives an operator who may act, and must be known by name, a file for whoever helps from outside. */
public final class DiagnosticsHandler {
    private final Diagnostics diagnostics;
    private final ActRecord acts;

    DiagnosticsHandler(Diagnostics diagnostics, ActRecord acts) {
        this.diagnostics = diagnostics;
        this.acts = acts;
    }

    public void make(Exchange exchange) {
        Operator by = Operator.acting(exchange);
        acts.keep(
                RecordId.next(),
                "diagnostics-made",
                by.said(JsonNodeFactory.instance.objectNode()),
                connection -> true);
        HttpAnswer.bytes(exchange.getMessage(), "application/zip", diagnostics.zip());
        exchange.getMessage().setHeader("Content-Disposition", "attachment; filename=\"vahid-diagnostics.zip\"");
    }
}
