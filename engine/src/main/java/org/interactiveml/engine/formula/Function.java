package org.interactiveml.engine.formula;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.interactiveml.engine.numeric.Exponential;
import org.interactiveml.engine.numeric.Trigonometry;

/**
 * The functions a formula may call. Values come from {@link StrictMath} and
 * {@link Trigonometry}: the same bits on every machine.
 */
public enum Function implements Op {
    ABS(1, "abs"),
    SQRT(1, "sqrt"),
    CBRT(1, "cbrt"),
    EXP(1, "exp"),
    /** The natural logarithm. */
    LOG(1, "log", "ln"),
    LOG10(1, "log10"),
    LOG2(1, "log2"),
    SIN(1, "sin"),
    COS(1, "cos"),
    TAN(1, "tan"),
    ASIN(1, "asin", "arcsin"),
    ACOS(1, "acos", "arccos"),
    ATAN(1, "atan", "arctan"),
    SINH(1, "sinh"),
    COSH(1, "cosh"),
    TANH(1, "tanh"),
    SIGN(1, "sign"),
    FLOOR(1, "floor"),
    CEIL(1, "ceil"),
    MIN(2, "min"),
    MAX(2, "max"),
    POW(2, "pow");

    private static final Map<String, Function> BY_NAME = byName();
    private static final double LN2 = StrictMath.log(2);
    private static final double SQRT2 = StrictMath.sqrt(2);

    private final int arity;
    private final String symbol;
    private final String alias;

    Function(int arity, String symbol) {
        this(arity, symbol, symbol);
    }

    Function(int arity, String symbol, String alias) {
        this.arity = arity;
        this.symbol = symbol;
        this.alias = alias;
    }

    /** How many arguments it takes: 1 or 2. */
    public int arity() {
        return arity;
    }

    /** As printed in a formula. */
    public String symbol() {
        return symbol;
    }

    /** The functions by every name they answer to, sorted. */
    static Map<String, Function> named() {
        return BY_NAME;
    }

    @Override
    public double apply(double a, double b) {
        return switch (this) {
            case ABS -> StrictMath.abs(a);
            case SQRT -> StrictMath.sqrt(a);
            case CBRT -> StrictMath.cbrt(a);
            case EXP -> Exponential.exp(a);
            case LOG -> StrictMath.log(a);
            case LOG10 -> StrictMath.log10(a);
            case LOG2 -> log2(a);
            case SIN -> Trigonometry.sin(a);
            case COS -> Trigonometry.cos(a);
            case TAN -> StrictMath.tan(a);
            case ASIN -> StrictMath.asin(a);
            case ACOS -> StrictMath.acos(a);
            case ATAN -> StrictMath.atan(a);
            case SINH -> StrictMath.sinh(a);
            case COSH -> StrictMath.cosh(a);
            case TANH -> StrictMath.tanh(a);
            case SIGN -> StrictMath.signum(a);
            case FLOOR -> StrictMath.floor(a);
            case CEIL -> StrictMath.ceil(a);
            case MIN -> StrictMath.min(a, b);
            case MAX -> StrictMath.max(a, b);
            case POW -> StrictMath.pow(a, b);
        };
    }

    /** Splits off the exponent, so that powers of two come out exact; plain log(a)/log(2) gives 29.000000000000004 for 2^29. */
    private static double log2(double a) {
        if (!(a >= Double.MIN_NORMAL && a < Double.POSITIVE_INFINITY)) {
            return StrictMath.log(a) / LN2;
        }
        int exponent = Math.getExponent(a);
        double mantissa = Math.scalb(a, -exponent);
        if (mantissa > SQRT2) {
            mantissa /= 2;
            exponent++;
        }
        return exponent + StrictMath.log(mantissa) / LN2;
    }

    private static Map<String, Function> byName() {
        Map<String, Function> functions = new TreeMap<>();
        for (Function function : values()) {
            functions.put(function.symbol, function);
            functions.put(function.alias, function);
        }
        return Collections.unmodifiableMap(functions);
    }
}
