"""Quizzes of mkdocs-quiz and mkdocs-mcq, which become cards where they stand."""
