"""Serves a model as MLflow saves it: with the mlflow package where it is installed, else with loaders of our own."""
