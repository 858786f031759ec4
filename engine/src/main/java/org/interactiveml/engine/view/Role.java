package org.interactiveml.engine.view;

/** What a mark stands for; the page gives each role one colour and one shape everywhere. */
public enum Role {
    TRAIN,
    TEST,
    TRUTH,
    FIT
}
