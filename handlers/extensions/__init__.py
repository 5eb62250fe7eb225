"""Extensions: asked by a unit, decided by a coordinator, given to one or to all."""
