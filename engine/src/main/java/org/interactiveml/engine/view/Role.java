package org.interactiveml.engine.view;

/** What a mark stands for; the page gives each role one colour and one shape everywhere. */
public enum Role {
    TRAIN,
    TEST,
    TRUTH,
    FIT,
    /** A part held back from training to choose by. */
    VALIDATION,
    /** Of the class that counts as 0. */
    NEGATIVE,
    /** Of the class that counts as 1. */
    POSITIVE,
    BIAS,
    VARIANCE,
    NOISE,
    /** A fit of earlier, kept to compare with. */
    GHOST
}
