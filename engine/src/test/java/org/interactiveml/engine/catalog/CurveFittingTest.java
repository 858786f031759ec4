package org.interactiveml.engine.catalog;

class CurveFittingTest extends ExperimentKit {
    CurveFittingTest() {
        super(new CurveFitting());
    }
}
