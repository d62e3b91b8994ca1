package az.dost.vahid.check.form;

import com.fasterxml.jackson.databind.JsonNode;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The shape that an answer to a query has by its schema (GraphQL, October 2021, section 6.4): the fields asked for,
 * each of its type.
 */
final class GraphqlShape {
    private final GraphQLSchema schema;
    private final Document query;
    private final Map<String, String> misfits = new LinkedHashMap<>();

    GraphqlShape(GraphQLSchema schema, Document query) {
        this.schema = schema;
        this.query = query;
    }

    /** By pointer within the data, what does not fit. Data that is null says nothing: its errors do. */
    Map<String, String> misfits(JsonNode data) {
        misfits.clear();
        if (data.isObject()) {
            object(
                    data,
                    "",
                    query.getDefinitionsOfType(OperationDefinition.class).get(0).getSelectionSet(),
                    schema.getQueryType());
        }
        return misfits;
    }

    /** The values that an answer holds, below {@code /data}; those that the schema does not have are left out. */
    LeafList leaves() {
        LeafList leaves = new LeafList();
        leaves(
                "/data",
                query.getDefinitionsOfType(OperationDefinition.class).get(0).getSelectionSet(),
                schema.getQueryType(),
                0,
                leaves);
        return leaves;
    }

    private void leaves(
            String at, SelectionSet selections, GraphQLCompositeType type, int repetitions, LeafList leaves) {
        Map<String, GraphQLType> types = new LinkedHashMap<>();
        Map<String, SelectionSet> sets = new LinkedHashMap<>();
        collect(selections, type, types, sets, true);
        types.forEach((name, field) -> {
            GraphQLType unwrapped = field;
            boolean nillable = !(unwrapped instanceof GraphQLNonNull);
            int lists = repetitions;
            while (unwrapped instanceof GraphQLNonNull || unwrapped instanceof GraphQLList) {
                lists += unwrapped instanceof GraphQLList ? 1 : 0;
                unwrapped = unwrapped instanceof GraphQLNonNull sure
                        ? sure.getWrappedType()
                        : ((GraphQLList) unwrapped).getWrappedType();
            }
            if (unwrapped instanceof GraphQLCompositeType composite && sets.get(name) != null) {
                leaves(at + "/" + name, sets.get(name), composite, lists, leaves);
            } else if (unwrapped instanceof GraphQLNamedType named) {
                leaves.add(
                        at + "/" + name,
                        new ContractLeaf(
                                named.getName(),
                                "",
                                0,
                                nillable,
                                lists,
                                unwrapped instanceof GraphQLEnumType list
                                        ? list.getValues().stream()
                                                .map(GraphQLEnumValueDefinition::getName)
                                                .toList()
                                        : List.of()));
            }
        });
    }

    private void object(JsonNode object, String at, SelectionSet selections, GraphQLCompositeType type) {
        Map<String, GraphQLType> types = new LinkedHashMap<>();
        Map<String, SelectionSet> sets = new LinkedHashMap<>();
        boolean certain = collect(selections, type, types, sets, true);
        types.forEach((name, field) -> {
            if (object.has(name)) {
                value(object.get(name), at + "/" + name, sets.get(name), field);
            } else if (certain) {
                misfits.put(at, "the query asks for " + name + ", which is not there");
            }
        });
        object.fieldNames().forEachRemaining(name -> {
            if (!types.containsKey(name)) {
                misfits.put(at + "/" + name.replace("~", "~0").replace("/", "~1"), "the query does not ask for it");
            }
        });
    }

    /** Gives false where a fragment makes some of the fields depend on the type of an object. */
    private boolean collect(
            SelectionSet selections,
            GraphQLCompositeType type,
            Map<String, GraphQLType> types,
            Map<String, SelectionSet> sets,
            boolean certain) {
        boolean all = certain;
        for (Selection<?> selection : selections.getSelections()) {
            if (selection instanceof Field field) {
                var defined = type instanceof GraphQLFieldsContainer container
                        ? container.getFieldDefinition(field.getName())
                        : null;
                types.put(field.getResultKey(), defined == null ? null : defined.getType());
                sets.put(field.getResultKey(), field.getSelectionSet());
                all &= field.getDirectives().isEmpty();
            } else {
                String condition = selection instanceof InlineFragment inline
                        ? inline.getTypeCondition() == null
                                ? null
                                : inline.getTypeCondition().getName()
                        : fragment(selection).getTypeCondition().getName();
                SelectionSet inner = selection instanceof InlineFragment inline
                        ? inline.getSelectionSet()
                        : fragment(selection).getSelectionSet();
                GraphQLType named = condition == null ? type : schema.getType(condition);
                all &= collect(
                        inner,
                        named instanceof GraphQLCompositeType composite ? composite : type,
                        types,
                        sets,
                        named == type);
            }
        }
        return all;
    }

    private FragmentDefinition fragment(Selection<?> spread) {
        return query.getDefinitionsOfType(FragmentDefinition.class).stream()
                .filter(one -> one.getName().equals(((FragmentSpread) spread).getName()))
                .findFirst()
                .orElseThrow();
    }

    private void value(JsonNode value, String at, SelectionSet selections, GraphQLType type) {
        if (type instanceof GraphQLNonNull sure) {
            if (value.isNull()) {
                misfits.put(at, "is null, where the schema has " + name(type) + "!");
            } else {
                value(value, at, selections, sure.getWrappedType());
            }
        } else if (type instanceof GraphQLList list && !value.isNull()) {
            if (!value.isArray()) {
                misfits.put(at, "is no list");
            }
            for (int i = 0; value.isArray() && i < value.size(); i++) {
                value(value.get(i), at + "/" + i, selections, list.getWrappedType());
            }
        } else if (type instanceof GraphQLCompositeType composite && !value.isNull()) {
            if (value.isObject() && selections != null) {
                object(value, at, selections, composite);
            } else {
                misfits.put(at, "is no object");
            }
        } else if (!value.isNull() && !leaf(value, type)) {
            misfits.put(at, value + " is no " + name(type));
        }
    }

    private static boolean leaf(JsonNode value, GraphQLType type) {
        if (type instanceof GraphQLEnumType list) {
            return value.isTextual() && list.getValue(value.asText()) != null;
        }
        return !(type instanceof GraphQLScalarType scalar)
                || switch (scalar.getName()) {
                    case "Int" -> value.isIntegralNumber() && value.canConvertToInt();
                    case "Float" -> value.isNumber();
                    case "String" -> value.isTextual();
                    case "Boolean" -> value.isBoolean();
                    case "ID" -> value.isTextual() || value.isIntegralNumber();
                    default -> true;
                };
    }

    private static String name(GraphQLType type) {
        return type instanceof GraphQLNonNull sure
                ? name(sure.getWrappedType())
                : type instanceof GraphQLList list
                        ? "[" + name(list.getWrappedType()) + "]"
                        : type instanceof GraphQLNamedType named ? named.getName() : "value";
    }
}
