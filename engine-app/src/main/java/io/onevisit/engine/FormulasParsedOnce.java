package io.onevisit.engine;

import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Right;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.FeelEngineFactory;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunctionTransformer;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.context.Context;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * The engine's FEEL that parses each formula of a decision table once and makes its built-in functions once: as delivered it
 * does both anew for every cell, which costs many times what the evaluation itself does. Formulas that cannot be parsed
 * are not kept; whatever doesn't go smoothly is evaluated again as delivered, so that errors and warnings are the same.
 */
final class FormulasParsedOnce extends FeelEngine {

    /** Far more than all published tables have; beyond it the formulas of tables long gone are forgotten with the rest. */
    private static final int MOST = 20_000;

    private final Map<String, Either<Failure, ParsedExpression>> expressions = new ConcurrentHashMap<>();
    private final Map<String, Either<Failure, ParsedExpression>> tests = new ConcurrentHashMap<>();

    private final FeelInterpreter interpreter;
    private final BuiltinFunctions functions;

    private FormulasParsedOnce(FeelEngine like) {
        super(like.functionProvider(), like.valueMapper(), like.configuration(), like.clock());
        interpreter = new FeelInterpreter(valueMapper());
        functions = new BuiltinFunctions(clock(), valueMapper());
    }

    static FeelEngineFactory factory() {
        return () -> new ScalaFeelEngine(List.of()) {
            @Override
            protected FeelEngine buildFeelEngine(
                    CustomFunctionTransformer functions, ValueMapper.CompositeValueMapper values) {
                return new FormulasParsedOnce(super.buildFeelEngine(functions, values));
            }
        };
    }

    @Override
    public Either<Failure, Object> evalExpression(String formula, Context context) {
        return evaluated(parsed(expressions, formula, this::parseExpression), context);
    }

    @Override
    public Either<Failure, Object> evalUnaryTests(String formula, Context context) {
        return evaluated(parsed(tests, formula, this::parseUnaryTests), context);
    }

    private Either<Failure, Object> evaluated(Either<Failure, ParsedExpression> parsed, Context context) {
        return parsed.flatMap(formula -> evaluated(formula, context));
    }

    private Either<Failure, Object> evaluated(ParsedExpression formula, Context context) {
        var own = EvalContext.create(valueMapper(), functions).merge(context);
        var value = interpreter.eval(formula.expression(), own);
        return value instanceof ValError || !own.failureCollector().failures().isEmpty()
                ? eval(formula, context)
                : new Right<>(valueMapper().unpackVal(value));
    }

    private static Either<Failure, ParsedExpression> parsed(
            Map<String, Either<Failure, ParsedExpression>> known,
            String formula,
            Function<String, Either<Failure, ParsedExpression>> parser) {
        var before = known.get(formula);
        if (before != null) {
            return before;
        }
        var parsed = parser.apply(formula);
        if (parsed.isRight()) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(formula, parsed);
        }
        return parsed;
    }
}
