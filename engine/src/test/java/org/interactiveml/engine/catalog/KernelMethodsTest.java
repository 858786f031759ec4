package org.interactiveml.engine.catalog;

class KernelMethodsTest extends ExperimentKit {
    KernelMethodsTest() {
        super(new KernelMethods());
    }
}
